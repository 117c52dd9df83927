package io.github.releasesync.publish;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.artifact.ArtifactKind;
import io.github.releasesync.files.Sha256;
import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.plan.Step;
import io.github.releasesync.problem.Help;
import io.github.releasesync.store.DirectoryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A release of one crate, one wheel and one sdist, staged in a folder of its own. */
public final class Staged {

  private final Path dist;
  public final Path folder;
  public final DirectoryStore store;
  public final ReleasePlan plan;

  private Staged(Path temp) throws IOException {
    this.dist = Files.createDirectories(temp.resolve("dist"));
    this.folder = temp.resolve("store/engine-1.0.0");
    this.store = new DirectoryStore(folder);
    this.plan =
        new ReleasePlan(
            "engine",
            "1.0.0",
            "c0ffee",
            List.of(
                file(ArtifactKind.CRATE, "engine-1.0.0.crate"),
                file(ArtifactKind.WHEEL, "engine-1.0.0-py3-none-any.whl"),
                file(ArtifactKind.SDIST, "engine-1.0.0.tar.gz")));
  }

  /** Not staged yet. */
  public static Staged planned(Path temp) {
    try {
      return new Staged(temp);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Staged in(Path temp) {
    Staged staged = planned(temp);
    staged.stage();
    return staged;
  }

  public void stage() {
    store.stage(plan, dist);
  }

  public Path dist() {
    return dist;
  }

  public Path journal() {
    return folder.resolve("journal.ndjson");
  }

  /** What both registries hold when the release is out. */
  public Map<String, Sha256> everything() {
    return plan.artifacts().stream()
        .map(PlannedArtifact::artifact)
        .collect(
            Collectors.toMap(
                a -> a.kind() == ArtifactKind.CRATE ? a.packageName() + "@1.0.0" : a.filename(),
                Artifact::sha256));
  }

  /** Runs until a record is written; 0 for the end. */
  public Outcome run(SimulatedRegistries registries, int killedAt) {
    ExecutionListener listener =
        new ExecutionListener() {
          @Override
          public void begins(Step step) {}

          @Override
          public void reached(PlannedArtifact artifact, ArtifactState state, String detail) {}

          @Override
          public void recorded(int number) {
            if (number == killedAt) {
              throw new Killed();
            }
          }
        };
    return new Executor(
            store,
            registries.destinations,
            registries.timing,
            Timeouts.standard(),
            listener,
            Help.of("run it again"))
        .run();
  }

  private PlannedArtifact file(ArtifactKind kind, String filename) throws IOException {
    byte[] bytes = filename.getBytes(StandardCharsets.UTF_8);
    Files.write(dist.resolve(filename), bytes);
    Artifact artifact =
        new Artifact(kind, "engine", "1.0.0", filename, bytes.length, Sha256.of(bytes));
    return new PlannedArtifact(artifact, 0, List.of());
  }

  /** A rehearsed crash. */
  public static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
