package io.github.releasesync.maven;

import io.github.releasesync.goal.PublishRequest;
import io.github.releasesync.project.settings.Durations;
import io.github.releasesync.publish.Timeouts;
import io.github.releasesync.report.ReleaseText;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Publishes the artifacts of {@code package}: the crates in the order of their dependencies, then
 * one wheel, the other wheels, and the sdist. Without {@code release-sync.live} it shows the plan.
 * It resumes where an earlier run stopped. This version uses only registries on this machine.
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
   * Shows the plan and sends nothing. This is also the default without {@code release-sync.live}.
   * Both together are refused.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.dryRun", defaultValue = "false")
  private boolean dryRun;

  /**
   * The folder of the artifacts, relative to the root. The default is {@code dist} in the output
   * directory.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.distDirectory")
  private String distDirectory;

  /**
   * The name of the group to publish. The default is the only group, or the group whose tag is at
   * HEAD.
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
   * The URL for uploads of Python files.
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
   * The time limit for an index to list an accepted file: a number with the unit ms, s, m or h.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.indexTimeout", defaultValue = "10m")
  private String indexTimeout;

  /**
   * The time that a crate must stay absent after an upload without an answer, before it is sent
   * again.
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
    print(ReleaseText.of(Library.of(wording(), getLog()).publish(request, progress()), wording()));
  }
}
