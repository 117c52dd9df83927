package io.github.releasesync.rehearsal;

import io.github.releasesync.artifact.CrateArchive;
import io.github.releasesync.artifact.WheelArchive;
import io.github.releasesync.manifest.cargo.CargoDependency;
import io.github.releasesync.manifest.cargo.CargoManifest;
import io.github.releasesync.manifest.cargo.DependencyKind;
import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.process.Command;
import io.github.releasesync.process.ProcessException;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.sandbox.Sandbox;
import io.github.releasesync.store.ReleaseStore;
import io.github.releasesync.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Uses a release with the real clients: cargo builds a consumer of the crates, pip installs the
 * wheels, and Python imports them.
 */
public final class ClientCheck {

  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final int MOST_SHOWN = 300;

  private final ProcessRunner processes;
  private final Sandbox sandbox;
  private final ReleaseStore store;
  private final Path scratch;

  /**
   * A check.
   *
   * @param processes starts the clients
   * @param sandbox the registries that the clients use
   * @param store the released files
   * @param scratch an empty folder for the files of the clients
   */
  public ClientCheck(ProcessRunner processes, Sandbox sandbox, ReleaseStore store, Path scratch) {
    this.processes = processes;
    this.sandbox = sandbox;
    this.store = store;
    this.scratch = scratch;
  }

  /**
   * The result of one client.
   *
   * @param what the task of the client
   * @param shown whether it succeeded; empty if it could not be tried
   * @param detail the reason of a failure, or other details
   */
  public record Result(String what, Optional<Boolean> shown, String detail) {}

  /**
   * Uses a release.
   *
   * @param plan the release
   * @param cargo the program cargo, if it is installed
   * @param python the program Python, if it is installed
   * @return a result for each task
   */
  public List<Result> show(ReleasePlan plan, Optional<String> cargo, Optional<String> python) {
    List<Result> results = new ArrayList<>();
    List<PlannedArtifact> libraries =
        plan.crates().stream().filter(c -> isLibrary(archive(c))).toList();
    if (!libraries.isEmpty()) {
      results.add(consume(plan, libraries, cargo));
    }
    Set<String> projects =
        plan.files().stream()
            .map(f -> f.artifact().packageName() + "==" + f.artifact().version())
            .collect(Collectors.toCollection(TreeSet::new));
    projects.forEach(project -> results.add(install(plan, project, python)));
    return results;
  }

  private Result consume(
      ReleasePlan plan, List<PlannedArtifact> libraries, Optional<String> cargo) {
    String what = "cargo builds a consumer of " + names(libraries);
    Set<String> own =
        plan.crates().stream()
            .map(c -> c.artifact().packageName())
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> foreign = new TreeSet<>();
    plan.crates().forEach(c -> foreign.addAll(needs(archive(c))));
    foreign.removeAll(own);
    if (!foreign.isEmpty()) {
      return notTried(what, "needs " + String.join(", ", foreign) + " from crates.io");
    }
    if (cargo.isEmpty()) {
      return notTried(what, "cargo is not installed");
    }
    Path folder = scratch.resolve("consumer");
    StringBuilder manifest = new StringBuilder("[package]\nname = \"release-sync-consumer\"\n");
    manifest.append("version = \"0.0.0\"\nedition = \"2021\"\n\n[workspace]\n\n[dependencies]\n");
    for (PlannedArtifact c : libraries) {
      manifest
          .append(c.artifact().packageName())
          .append(" = \"=")
          .append(c.artifact().version())
          .append("\"\n");
    }
    write(folder.resolve("Cargo.toml"), manifest.toString());
    write(folder.resolve("src/main.rs"), "fn main() {}\n");
    Command command =
        Command.of(
                folder,
                cargo.get(),
                "build",
                "--quiet",
                "--config",
                "source.crates-io.replace-with=\"sandbox\"",
                "--config",
                "source.sandbox.registry=\"" + sandbox.cratesIndex() + "\"")
            .withTimeout(LONGEST)
            .withEnvironment("CARGO_HOME", scratch.resolve("cargo-home").toString())
            .withEnvironment("CARGO_TARGET_DIR", scratch.resolve("cargo-target").toString());
    return run(what, command);
  }

  private Result install(ReleasePlan plan, String project, Optional<String> python) {
    String what = "pip installs " + project;
    if (python.isEmpty()) {
      return notTried(what, "Python is not installed");
    }
    String name = project.substring(0, project.indexOf("=="));
    Path site = scratch.resolve("site").resolve(name);
    Command command =
        Command.of(
                create(scratch.resolve("pip")),
                python.get(),
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--no-cache-dir",
                "--no-deps",
                "--only-binary=:all:",
                "--index-url",
                sandbox.pypiIndexUrl(),
                "--target",
                site.toString(),
                project)
            .withTimeout(LONGEST)
            .withEnvironment("PIP_CONFIG_FILE", "/dev/null");
    Result installed = run(what, command);
    List<String> modules = modules(plan, name);
    if (!installed.shown().orElse(false) || modules.isEmpty()) {
      return installed;
    }
    String imports = "import " + String.join(", ", modules);
    Command load =
        Command.of(site, python.get(), "-c", imports)
            .withTimeout(LONGEST)
            .withEnvironment("PYTHONPATH", site.toString());
    return run(what + ", and Python imports " + String.join(", ", modules), load);
  }

  private Result run(String what, Command command) {
    try {
      ProcessResult result = processes.run(command);
      if (result.succeeded()) {
        return new Result(what, Optional.of(true), "");
      }
      String said = result.errorText().strip();
      return new Result(
          what,
          Optional.of(false),
          said.substring(Math.max(0, said.length() - MOST_SHOWN)).replace('\n', ' '));
    } catch (ProcessException e) {
      return notTried(what, e.getMessage());
    }
  }

  /** The packages and modules at the top of a project's wheels, extension modules included. */
  private List<String> modules(ReleasePlan plan, String project) {
    Set<String> modules = new TreeSet<>();
    for (PlannedArtifact file : plan.files()) {
      boolean wheel = file.artifact().filename().endsWith(".whl");
      if (wheel && file.artifact().packageName().equals(project)) {
        WheelArchive.read(store.file(file)).entries().stream()
            .map(ClientCheck::module)
            .flatMap(Optional::stream)
            .forEach(modules::add);
      }
    }
    return List.copyOf(modules);
  }

  private static Optional<String> module(String entry) {
    if (entry.endsWith("/__init__.py") && entry.indexOf('/') == entry.lastIndexOf('/')) {
      return Optional.of(entry.substring(0, entry.indexOf('/')));
    }
    boolean top = entry.indexOf('/') < 0;
    boolean code = entry.endsWith(".py") || entry.endsWith(".so") || entry.endsWith(".pyd");
    return top && code ? Optional.of(entry.substring(0, entry.indexOf('.'))) : Optional.empty();
  }

  private CrateArchive archive(PlannedArtifact crate) {
    return CrateArchive.read(store.file(crate));
  }

  private static boolean isLibrary(CrateArchive crate) {
    return crate.manifest().contains("\n[lib]")
        || crate.entries().stream().anyMatch(e -> e.endsWith("/src/lib.rs"));
  }

  private static Set<String> needs(CrateArchive crate) {
    CargoManifest manifest = CargoManifest.parse(SourceText.of("Cargo.toml", crate.manifest()));
    return manifest.dependencies().stream()
        .filter(d -> d.kind() != DependencyKind.DEV)
        .map(CargoDependency::crate)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String names(List<PlannedArtifact> artifacts) {
    return artifacts.stream()
        .map(a -> a.artifact().packageName() + " " + a.artifact().version())
        .collect(Collectors.joining(", "));
  }

  private static Result notTried(String what, String why) {
    return new Result(what, Optional.empty(), why);
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path create(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
