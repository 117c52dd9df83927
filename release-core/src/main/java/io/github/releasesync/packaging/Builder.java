package io.github.releasesync.packaging;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.ProcessRunner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Builds artifacts into its own folder. */
public final class Builder {

  private final Clock clock;
  private final BuildProgress progress;
  private final CrateBuilder crates;
  private final PythonBuilder projects;
  private final Toolchain toolchain;
  private final Folders folders;
  private final Path staged;

  /**
   * A builder.
   *
   * @param runner starts tools
   * @param settings the settings of the build
   * @param clock the clock for the duration of each build
   * @param progress the listener to progress
   */
  public Builder(
      ProcessRunner runner, BuildSettings settings, Clock clock, BuildProgress progress) {
    this.clock = clock;
    this.progress = progress;
    this.folders = new Folders(settings.root());
    this.staged = settings.output().resolve("build").resolve("staged");
    ToolRunner tools = new ToolRunner(runner, settings, progress);
    this.toolchain = new Toolchain(tools, settings, progress);
    this.crates = new CrateBuilder(settings, tools, toolchain, progress);
    this.projects = new PythonBuilder(settings, tools, toolchain, progress);
  }

  /**
   * Builds all packages, one after the other.
   *
   * @param list the packages to build
   * @return the files, each name once, in a folder that the next build empties
   * @throws ReleaseException if a tool is missing, fails, does not finish, or creates other files
   */
  public List<BuiltFile> build(BuildList list) {
    // A missing tool is reported before any build starts.
    list.crates().forEach(build -> toolchain.cargo());
    list.projects().forEach(projects::requireTools);
    folders.empty(staged);
    List<BuiltFile> files = new ArrayList<>();
    for (CrateBuild build : list.crates()) {
      files.addAll(timed("cargo-" + files.size(), into -> crates.build(build, into)));
    }
    for (PythonBuild build : list.projects()) {
      files.addAll(timed("python-" + files.size(), into -> projects.build(build, into)));
    }
    refuseTwins(files);
    return List.copyOf(files);
  }

  private List<BuiltFile> timed(String folder, Function<Path, List<BuiltFile>> build) {
    Instant start = clock.instant();
    List<BuiltFile> made = build.apply(folders.empty(staged.resolve(folder)));
    Duration took = Duration.between(start, clock.instant());
    List<String> names = made.stream().map(f -> f.file().getFileName().toString()).toList();
    progress.happens(new BuildEvent.Built(names, took));
    return made;
  }

  private static void refuseTwins(List<BuiltFile> files) {
    Map<String, BuiltFile> byName = new HashMap<>();
    for (BuiltFile file : files) {
      String name = file.file().getFileName().toString();
      BuiltFile twin = byName.put(name, file);
      if (twin != null) {
        throw ReleaseException.of(
            Code.ARTIFACT_UNEXPECTED,
            Place.of(file.owner().manifest()),
            name + " is also built by " + twin.owner().manifest(),
            "rename one of the packages, or disable publishing of one");
      }
    }
  }
}
