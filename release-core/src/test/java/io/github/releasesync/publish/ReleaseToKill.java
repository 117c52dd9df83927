package io.github.releasesync.publish;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.http.HttpSettings;
import io.github.releasesync.http.Secret;
import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.plan.Step;
import io.github.releasesync.problem.Help;
import io.github.releasesync.registry.CratesIo;
import io.github.releasesync.registry.PyPi;
import io.github.releasesync.sandbox.Sandbox;
import io.github.releasesync.sandbox.SandboxOptions;
import io.github.releasesync.store.DirectoryStore;
import io.github.releasesync.testing.Archives;
import io.github.releasesync.testing.ArtifactFiles;
import io.github.releasesync.version.Ecosystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A release into a sandbox, both with their state in a folder. As a program it is a process that
 * dies after a certain record of the journal.
 */
final class ReleaseToKill {

  static final int DEAD = 42;

  private final Path folder;

  private ReleaseToKill(Path folder) {
    this.folder = folder;
  }

  /** What is released: the crates one after the other, then the wheels. */
  record Shape(int crates, int wheels) {

    private static final List<String> TAGS =
        List.of("any", "win_amd64", "macosx_11_0_arm64", "manylinux_2_17_x86_64");

    /** What crates.io does not take a crate without. */
    private static final String NEEDED = "description = \"x\"\nlicense = \"MIT\"";

    /** Staged; announced, accepted and listed for each file; and the end. */
    int records() {
      return 1 + 3 * (crates + wheels) + 1;
    }

    private ReleasePlan prepare(Path dist) throws IOException {
      Files.createDirectories(dist);
      List<PlannedArtifact> planned = new ArrayList<>();
      for (int i = 0; i < crates; i++) {
        Path file = ArtifactFiles.crate(dist, "engine-" + i, "1.0.0", NEEDED);
        planned.add(new PlannedArtifact(Artifact.read(file), i, List.of()));
      }
      for (String platform : TAGS.subList(0, wheels)) {
        String tag = "py3-none-" + platform;
        Path file = dist.resolve("engine-1.0.0-" + tag + ".whl");
        Files.write(file, Archives.wheel("engine", "1.0.0", tag, "platform = '" + tag + "'\n"));
        planned.add(new PlannedArtifact(Artifact.read(file), 0, List.of()));
      }
      return new ReleasePlan("engine", "1.0.0", "", planned);
    }
  }

  static ReleaseToKill staged(Path folder, Shape shape) {
    try {
      new DirectoryStore(folder.resolve("store/engine-1.0.0"))
          .stage(shape.prepare(folder.resolve("dist")), folder.resolve("dist"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ReleaseToKill(folder);
  }

  /** Something to do with registries that know what they knew. */
  interface Use<T> {
    T with(ReleasePlan plan, DirectoryStore store, CratesIo crates, PyPi python);
  }

  <T> T use(Use<T> use) {
    DirectoryStore store = new DirectoryStore(folder.resolve("store/engine-1.0.0"));
    HttpSettings http = HttpSettings.rehearsal("test");
    Path state = folder.resolve("registries");
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard().withState(state))) {
      Secret crates = Secret.of("sandbox", sandbox.tokens().crates());
      Secret pypi = Secret.of("sandbox", sandbox.tokens().pypi());
      return use.with(
          store.plan().orElseThrow(),
          store,
          new CratesIo(sandbox.cratesIndex(), http, Clock.systemUTC(), Optional.of(crates)),
          new PyPi(
              sandbox.pypiUploadUrl(),
              sandbox.pypiIndexUrl(),
              http,
              Clock.systemUTC(),
              Optional.of(pypi)));
    }
  }

  static Outcome execute(DirectoryStore store, CratesIo crates, PyPi python, int deadAfter) {
    return new Executor(
            store,
            Map.of(
                Ecosystem.CARGO, new CratesDestination(crates),
                Ecosystem.PYPI, new PypiDestination(python)),
            new RealPace(),
            Timeouts.rehearsal(),
            new Death(deadAfter),
            Help.of("go"))
        .run();
  }

  /** Folder and record. */
  public static void main(String[] args) {
    new ReleaseToKill(Path.of(args[0]))
        .use(
            (plan, store, crates, pypi) -> execute(store, crates, pypi, Integer.parseInt(args[1])));
  }

  private record Death(int record) implements ExecutionListener {

    @Override
    public void begins(Step step) {}

    @Override
    public void reached(PlannedArtifact artifact, ArtifactState state, String detail) {}

    @Override
    public void recorded(int number) {
      if (number == record) {
        Runtime.getRuntime().halt(DEAD);
      }
    }
  }

  private static final class RealPace implements Timing {

    @Override
    public Clock clock() {
      return Clock.systemUTC();
    }

    @Override
    public void pause(Duration duration) {
      LockSupport.parkNanos(duration.toNanos());
    }
  }
}
