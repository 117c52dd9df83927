package io.github.releasesync.maven;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.goal.PublishRequest;
import io.github.releasesync.project.settings.Durations;
import io.github.releasesync.publish.Timeouts;
import io.github.releasesync.report.ReleaseText;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Brings out what {@code package} has built: the crates in the order of their dependencies, then
 * one wheel, the others, and the sdist. Without {@code release-sync.live} it shows the plan. It
 * goes on where an earlier run stopped. This version speaks to registries on this machine only.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "publish",
    configurator = GoalConfigurator.HINT,
    defaultPhase = LifecyclePhase.DEPLOY,
    requiresProject = false,
    threadSafe = true)
public class PublishMojo extends AbstractArtifactsMojo {

  /**
   * Shows the plan and sends nothing, which is also what happens without {@code release-sync.live}.
   * Beside that it is refused, as only one of the two can be meant.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.dryRun", defaultValue = "false")
  private boolean dryRun;

  /**
   * Where the artifacts are, relative to the root. By default {@code dist} in the output directory.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.distDirectory")
  private String distDirectory;

  /**
   * The name of the group to publish. By default the only one, or the one whose tag is at HEAD.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.group")
  private String group;

  /**
   * The sparse index of the crates, beginning with {@code sparse+}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.cratesIndex")
  private String cratesIndex;

  /**
   * Where Python files are uploaded.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.pypiUploadUrl")
  private String pypiUploadUrl;

  /**
   * The simple index of the Python projects.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.pypiIndexUrl")
  private String pypiIndexUrl;

  /**
   * How long an index may take to list what its registry accepted: a number and ms, s, m or h.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.indexTimeout", defaultValue = "10m")
  private String indexTimeout;

  /**
   * How long a crate must stay absent after an upload without an answer, before it is sent again.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.quietPeriod", defaultValue = "90s")
  private String quietPeriod;

  @Override
  boolean runsLast() {
    return true;
  }

  @Override
  void run() throws MojoFailureException {
    boolean live = "true".equals(userProperty("release-sync.live"));
    if (live && dryRun) {
      throw ParameterGuard.invalid(
          "release-sync.dryRun",
          "release-sync.live sends, and dryRun sends nothing",
          "leave out dryRun to publish, or release-sync.live to see the plan");
    }
    Timeouts timeouts =
        Timeouts.standard()
            .withIndexTimeout(Durations.parse("release-sync.indexTimeout", indexTimeout))
            .withQuietPeriod(Durations.parse("release-sync.quietPeriod", quietPeriod));
    PublishRequest request =
        new PublishRequest(
            start(),
            root(),
            outputDirectory(),
            path(distDirectory),
            settings(),
            given(group),
            live,
            isWholeReactor(),
            given(cratesIndex),
            given(pypiUploadUrl),
            given(pypiIndexUrl),
            timeouts);
    print(ReleaseText.of(ReleaseSync.system().publish(request, progress()), wording()));
  }
}
