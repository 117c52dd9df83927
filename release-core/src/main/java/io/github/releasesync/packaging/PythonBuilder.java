package io.github.releasesync.packaging;

import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Pep440Version;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds the wheel and the sdist of Python projects.
 *
 * <p>maturin is called twice: {@code maturin build --sdist} would build the wheel in a folder with
 * a random name, which becomes part of the binary and makes the wheel irreproducible.
 */
final class PythonBuilder {

  private static final String SDIST = ".tar.gz";
  private static final String WHEEL = ".whl";

  private final BuildSettings settings;
  private final ToolRunner tools;
  private final Toolchain toolchain;
  private final BuildProgress progress;
  private final Folders folders;

  PythonBuilder(
      BuildSettings settings, ToolRunner tools, Toolchain toolchain, BuildProgress progress) {
    this.settings = settings;
    this.tools = tools;
    this.toolchain = toolchain;
    this.progress = progress;
    this.folders = new Folders(settings.root());
  }

  /** Finds the tools that a build needs, and installs them if that is enabled. */
  void requireTools(PythonBuild build) {
    if (build.backend() == PythonBackend.MATURIN) {
      toolchain.maturin();
      toolchain.cargo();
    } else if (settings.tools().uv().isPresent()) {
      toolchain.uv();
    } else {
      toolchain.pythonWithBuild();
    }
  }

  /** Builds a project into an empty folder. */
  List<BuiltFile> build(PythonBuild build, Path into) {
    if (build.backend() == PythonBackend.MATURIN) {
      withMaturin(build, into);
    } else if (settings.tools().uv().isPresent()) {
      withUv(build, into);
    } else {
      withBuild(build, into);
    }
    List<Path> wheels = folders.files(into, WHEEL);
    List<Path> sdists = folders.files(into, SDIST);
    if (wheels.isEmpty() || sdists.size() != 1) {
      throw unexpected(
          build.project(),
          wheels.size()
              + " wheels and "
              + sdists.size()
              + " sdists instead of at least one of each");
    }
    List<BuiltFile> files = new ArrayList<>();
    wheels.forEach(file -> files.add(new BuiltFile(build.project(), file)));
    files.add(new BuiltFile(build.project(), sdists.get(0)));
    files.forEach(PythonBuilder::requireItsOwn);
    return files;
  }

  private void withMaturin(PythonBuild build, Path into) {
    FoundTool maturin = toolchain.maturin();
    FoundTool cargo = toolchain.cargo();
    Optional<FoundTool> python = toolchain.optionalPython();
    say(build, "maturin " + maturin.version() + " and cargo " + cargo.version());
    boolean offline = settings.offline() || build.selfContained();
    Map<String, String> variables = new HashMap<>();
    if (offline) {
      variables.put("CARGO_NET_OFFLINE", "true");
    }
    cargoOnPath(cargo).ifPresent(path -> variables.put("PATH", path));
    List<String> sdist = List.of(maturin.program(), "sdist", "--out", into.toString());
    tools.run("maturin-sdist-" + build.project().name(), folder(build), sdist, variables);
    List<String> wheel =
        new ArrayList<>(List.of(maturin.program(), "build", "--release", "--out", into.toString()));
    wheel.add("--target-dir=" + settings.output().resolve("build").resolve("target"));
    python.ifPresent(p -> wheel.add("--interpreter=" + p.program()));
    if (build.locked()) {
      wheel.add("--locked");
    }
    if (offline) {
      wheel.add("--offline");
    }
    tools.run("maturin-build-" + build.project().name(), folder(build), wheel, variables);
  }

  private void withBuild(PythonBuild build, Path into) {
    FoundTool python = toolchain.pythonWithBuild();
    say(build, "python -m build");
    List<String> argv =
        new ArrayList<>(List.of(python.program(), "-m", "build", "--outdir", into.toString()));
    if (!isolated()) {
      argv.add("--no-isolation");
    }
    argv.add(".");
    tools.run("python-build-" + build.project().name(), folder(build), argv, Map.of());
  }

  private void withUv(PythonBuild build, Path into) {
    FoundTool uv = toolchain.uv();
    say(build, "uv " + uv.version());
    List<String> argv =
        new ArrayList<>(List.of(uv.program(), "build", "--out-dir", into.toString()));
    if (!isolated()) {
      argv.add("--no-build-isolation");
    }
    if (settings.offline()) {
      argv.add("--offline");
    }
    tools.run("uv-build-" + build.project().name(), folder(build), argv, Map.of());
  }

  private void say(PythonBuild build, String tool) {
    progress.happens(new BuildEvent.BuildingProject(build.project().name(), tool));
  }

  /** An isolated build fills its environment from the network. */
  private boolean isolated() {
    return settings.isolation() && !settings.offline();
  }

  private Path folder(PythonBuild build) {
    return settings.root().resolve(build.folder());
  }

  /** A PATH with Cargo's folder: maturin looks for Cargo only there. */
  private Optional<String> cargoOnPath(FoundTool cargo) {
    return Optional.of(Path.of(cargo.program()))
        .map(Path::getParent)
        .map(
            folder ->
                folder + File.pathSeparator + settings.environment().getOrDefault("PATH", ""));
  }

  private static void requireItsOwn(BuiltFile built) {
    String file = built.file().getFileName().toString();
    String[] parts =
        file.endsWith(SDIST)
            ? atLastHyphen(file.substring(0, file.length() - SDIST.length()))
            : file.split("-");
    Package project = built.owner();
    boolean name =
        parts.length > 1
            && ProjectName.normalize(parts[0]).equals(ProjectName.normalize(project.name()));
    if (!name) {
      throw unexpected(project, file + ", which does not belong to " + project.name());
    }
    Optional<Pep440Version> stated = project.version().flatMap(PythonBuilder::version);
    if (stated.isPresent() && !stated.equals(version(parts[1]))) {
      throw unexpected(project, file + " instead of version " + project.version().get());
    }
  }

  private static String[] atLastHyphen(String stem) {
    int hyphen = stem.lastIndexOf('-');
    return hyphen < 0
        ? new String[] {stem}
        : new String[] {stem.substring(0, hyphen), stem.substring(hyphen + 1)};
  }

  private static Optional<Pep440Version> version(String text) {
    try {
      return Optional.of(Pep440Version.parse(text));
    } catch (InvalidVersionException e) {
      return Optional.empty();
    }
  }

  private static ReleaseException unexpected(Package project, String made) {
    return ReleaseException.of(
        Code.ARTIFACT_UNEXPECTED,
        Place.of(project.manifest()),
        "its build created " + made,
        "see the build's log below the output folder, and check the manifest");
  }
}
