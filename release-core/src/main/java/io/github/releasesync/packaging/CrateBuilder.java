package io.github.releasesync.packaging;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.workspace.Package;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Builds {@code .crate} files with {@code cargo package}. All crates of a workspace go into one
 * call: Cargo 1.90 and later resolve siblings from the crates of the same call, published or not.
 */
final class CrateBuilder {

  private final BuildSettings settings;
  private final ToolRunner tools;
  private final Toolchain toolchain;
  private final BuildProgress progress;
  private final Folders folders;

  CrateBuilder(
      BuildSettings settings, ToolRunner tools, Toolchain toolchain, BuildProgress progress) {
    this.settings = settings;
    this.tools = tools;
    this.toolchain = toolchain;
    this.progress = progress;
    this.folders = new Folders(settings.root());
  }

  /** Packages the crates and moves them into an empty folder. */
  List<BuiltFile> build(CrateBuild build, Path into) {
    FoundTool cargo = toolchain.cargo();
    progress.happens(
        new BuildEvent.PackagingCrates(
            build.crates().stream().map(Package::name).toList(), cargo.version()));
    Path target = settings.output().resolve("build").resolve("target");
    // Before 1.95, Cargo did not truncate an existing longer file of the same name.
    Path packaged = folders.empty(target.resolve("package"));
    tools.run(
        "cargo-package" + (build.folder().isEmpty() ? "" : "-" + build.folder().replace('/', '-')),
        settings.root().resolve(build.folder()),
        argv(build, cargo, target),
        Map.of());
    Map<String, Package> expected = new TreeMap<>();
    build.crates().forEach(c -> expected.put(fileName(c), c));
    List<Path> made = folders.files(packaged, ".crate");
    List<String> names = made.stream().map(file -> file.getFileName().toString()).toList();
    if (!names.equals(List.copyOf(expected.keySet()))) {
      throw unexpected(build, names, expected.keySet());
    }
    List<BuiltFile> files = new ArrayList<>();
    for (Path file : made) {
      Package owner = expected.get(file.getFileName().toString());
      files.add(new BuiltFile(owner, folders.move(file, into)));
    }
    return files;
  }

  private List<String> argv(CrateBuild build, FoundTool cargo, Path target) {
    List<String> argv = new ArrayList<>(List.of(cargo.program(), "package"));
    build.crates().forEach(c -> argv.add("--package=" + c.name()));
    argv.add("--target-dir=" + target);
    if (build.locked()) {
      argv.add("--locked");
    }
    if (settings.offline() || build.selfContained()) {
      // Without it Cargo would ask crates.io for local siblings, and wait if crates.io is down.
      argv.add("--offline");
    }
    if (settings.allowChanges()) {
      argv.add("--allow-dirty");
    }
    if (!settings.verifyCrates()) {
      argv.add("--no-verify");
    }
    return argv;
  }

  private static String fileName(Package crate) {
    return crate.name() + "-" + crate.version().orElseThrow() + ".crate";
  }

  private static ReleaseException unexpected(
      CrateBuild build, List<String> made, Iterable<String> expected) {
    return ReleaseException.of(
        Code.ARTIFACT_UNEXPECTED,
        Place.of(build.crates().get(0).manifest()),
        "cargo package created "
            + (made.isEmpty() ? "nothing" : String.join(", ", made))
            + " instead of "
            + String.join(", ", expected),
        "use cargo 1.90 or later, and see the log of cargo-package");
  }
}
