package io.github.releasesync.files;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder for reports. Git never sees it, unless other files are in it too, and no reader ever
 * sees half a file.
 */
public final class OutputDirectory {

  private static final String DEFAULT = "target/release-sync";

  /** Folders of git and of interrupted runs, at any depth. */
  private static final Set<String> RESERVED = Set.of(".git", ".release-sync");

  /** Names that only reports have; a package.json may belong to another tool. */
  private static final Set<String> REPORTS =
      Set.of(
          "bump.json",
          "check.json",
          "check.sarif",
          "next.json",
          "prepare.json",
          "rehearsal.json",
          "release.json",
          "sync.json",
          "tag.json");

  private final Path root;
  private final Path directory;

  /**
   * A folder below the root, or elsewhere.
   *
   * @param root the root of the repository
   * @param directory the folder, relative to the root or absolute
   * @throws ReleaseException with {@link Code#OUTPUT_UNWRITABLE} if it contains the root, or
   *     belongs to git or to interrupted runs
   */
  public OutputDirectory(Path root, Path directory) {
    this.root = root;
    this.directory = root.resolve(directory).normalize();
    refuseReserved();
  }

  public static OutputDirectory byDefault(Path root) {
    return new OutputDirectory(root, Path.of(DEFAULT));
  }

  /**
   * Makes the folder where it is not there, so that git ignores whatever comes into it.
   *
   * @return its path
   * @throws ReleaseException with {@link Code#OUTPUT_UNWRITABLE}
   */
  public Path create() {
    try {
      return createIgnored();
    } catch (IOException e) {
      throw unwritable(root, directory, e);
    }
  }

  /**
   * Deletes an old report, and makes sure that a new one can be written.
   *
   * @param name the name of the report
   * @throws ReleaseException with {@link Code#OUTPUT_UNWRITABLE}
   */
  public void makeRoomFor(String name) {
    Path file = directory.resolve(name);
    try {
      createIgnored();
      Files.deleteIfExists(file);
      Files.delete(Files.createTempFile(directory, name, ".tmp"));
    } catch (IOException e) {
      throw unwritable(root, file, e);
    }
  }

  /**
   * Writes a report.
   *
   * @return its path, from the root where it lies below
   * @throws ReleaseException with {@link Code#OUTPUT_UNWRITABLE}
   */
  public String write(String name, String content) {
    Path file = directory.resolve(name);
    try {
      createIgnored();
      Path whole = Files.createTempFile(directory, name, ".tmp");
      try {
        Files.writeString(whole, content);
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(whole);
      }
    } catch (IOException e) {
      throw unwritable(root, file, e);
    }
    return display(root, file);
  }

  private void refuseReserved() {
    Path base = root.normalize();
    Path own = directory.startsWith(base) ? base.relativize(directory) : directory;
    boolean reserved = false;
    for (Path name : own) {
      reserved |= RESERVED.contains(name.toString().toLowerCase(Locale.ROOT));
    }
    if (reserved || base.startsWith(directory)) {
      throw ReleaseException.of(
          Code.OUTPUT_UNWRITABLE,
          Place.of(base.equals(directory) ? "." : display(base, directory)),
          reserved
              ? "this folder is not for reports: it belongs to git or to release-sync"
              : "this folder is not for reports: it contains the repository",
          Help.of("name a folder of its own, such as ", Option.of("outputDirectory", DEFAULT)));
    }
  }

  private Path createIgnored() throws IOException {
    Files.createDirectories(directory);
    Path ignore = directory.resolve(".gitignore");
    if (Files.notExists(ignore) && hasOnlyReports()) {
      Files.writeString(ignore, "*\n");
    }
    return directory;
  }

  /** Whether git may ignore the whole folder: in any other, it would miss new files of the user. */
  private boolean hasOnlyReports() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.allMatch(file -> REPORTS.contains(file.getFileName().toString()));
    }
  }

  public static ReleaseException unwritable(Path root, Path file, IOException cause) {
    return new ReleaseException(
        Problem.of(
            Code.OUTPUT_UNWRITABLE,
            Place.of(display(root, file)),
            "cannot be written: " + cause.getClass().getSimpleName(),
            Help.of(
                "make the folder writable, or name another with ",
                Option.named("outputDirectory"))),
        cause);
  }

  public static String display(Path root, Path path) {
    Path shown = path.startsWith(root) ? root.relativize(path) : path;
    return shown.toString().replace('\\', '/');
  }
}
