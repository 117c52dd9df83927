package io.github.releasesync.rehearsal;

import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.store.DirectoryStore;
import io.github.releasesync.store.JournalRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a rehearsal: its artifacts, its store and the state of its registries, so that a
 * stopped rehearsal can resume.
 */
public final class RehearsalFolder {

  private final Path folder;

  /**
   * The folder of a rehearsal.
   *
   * @param folder the folder; need not exist
   */
  public RehearsalFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * The folder of the rehearsal's own artifacts.
   *
   * @return a folder that need not exist
   */
  public Path dist() {
    return folder.resolve("dist");
  }

  /**
   * The folder of the registries' state.
   *
   * @return a folder that need not exist
   */
  public Path registries() {
    return folder.resolve("registries");
  }

  /**
   * The store of a release. A finished rehearsal, or one of other files, is deleted first.
   *
   * @param plan the release
   * @return the store
   * @throws ReleaseException with {@link Code#OUTPUT_UNWRITABLE}
   */
  public DirectoryStore store(ReleasePlan plan) {
    Path all = folder.resolve("store");
    DirectoryStore store = new DirectoryStore(all.resolve(plan.group() + "-" + plan.version()));
    if (isOver(store, plan)) {
      delete(all);
      delete(registries());
    }
    return store;
  }

  /**
   * An empty folder for the files of the clients.
   *
   * @return the folder
   * @throws ReleaseException with {@link Code#OUTPUT_UNWRITABLE}
   */
  public Path emptyForClients() {
    Path scratch = folder.resolve("clients");
    delete(scratch);
    try {
      return Files.createDirectories(scratch);
    } catch (IOException e) {
      throw unwritable(scratch, e);
    }
  }

  private static boolean isOver(DirectoryStore store, ReleasePlan plan) {
    Optional<ReleasePlan> staged = store.plan();
    if (staged.isEmpty() || !staged.get().digest().equals(plan.digest())) {
      return true;
    }
    try (var journal = store.journal()) {
      return journal.records().stream().anyMatch(r -> r.type() == JournalRecord.Type.DONE);
    }
  }

  private static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private static ReleaseException unwritable(Path path, IOException cause) {
    return new ReleaseException(
        Problem.of(
            Code.OUTPUT_UNWRITABLE,
            Place.of(path.getFileName().toString()),
            "the rehearsal's folder cannot be used: " + cause.getClass().getSimpleName(),
            Help.of("make it writable, or choose another with ", Option.named("outputDirectory"))),
        cause);
  }
}
