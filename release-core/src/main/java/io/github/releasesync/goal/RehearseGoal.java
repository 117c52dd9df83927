package io.github.releasesync.goal;

import io.github.releasesync.files.OutputDirectory;
import io.github.releasesync.git.Git;
import io.github.releasesync.http.HttpSettings;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.publish.Timing;
import io.github.releasesync.rehearsal.RehearsalFaults;
import io.github.releasesync.rehearsal.RehearsalFolder;
import io.github.releasesync.rehearsal.RehearsalListener;
import io.github.releasesync.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** Builds a release and publishes it to registries inside the process. */
public final class RehearseGoal {

  private final Git git;
  private final ProcessRunner processes;
  private final Map<String, String> environment;
  private final Timing timing;
  private final HttpSettings http;

  /**
   * The goal.
   *
   * @param git opens git repositories
   * @param processes starts tools and clients
   * @param environment the variables of this process
   * @param timing the clock and the pauses
   * @param http the settings of connections to registries
   */
  public RehearseGoal(
      Git git,
      ProcessRunner processes,
      Map<String, String> environment,
      Timing timing,
      HttpSettings http) {
    this.git = git;
    this.processes = processes;
    this.environment = environment;
    this.timing = timing;
    this.http = http;
  }

  /**
   * Rehearses a release.
   *
   * @param root the real path of the repository's root
   * @param output the folder for all files of the rehearsal
   * @param request the options of the rehearse goal
   * @param check checks the tree if a tool is missing and the options request a check
   * @param listener the listener to progress
   * @return the result of the rehearsal
   * @throws ReleaseException if the build fails, or a fault is unknown
   */
  public RehearsalResult run(
      Path root,
      OutputDirectory output,
      RehearsalRequest request,
      Function<CheckRequest, CheckResult> check,
      RehearsalListener listener) {
    RehearsalFaults faults = RehearsalFaults.parse(request.faults());
    RehearsalFolder folder = new RehearsalFolder(output.create().resolve("rehearsal"));
    PackageRequest packaging = request.packaging();
    try {
      new PackageGoal(git, processes, environment, timing.clock())
          .run(root, output, packaging.into(folder.dist()), listener);
    } catch (ReleaseException e) {
      boolean tool = e.problem().code() == Code.TOOL_MISSING;
      if (tool && request.onMissingTool() == RehearsalRequest.OnMissingTool.CHECK) {
        return new RehearsalResult.Checked(check.apply(packaging.asCheck()), e.problem());
      }
      throw e;
    }
    return new RehearsedRelease(git, processes, timing, http, folder, Sandbox::start)
        .run(root, request, faults, listener);
  }
}
