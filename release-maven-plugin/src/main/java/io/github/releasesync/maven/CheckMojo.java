package io.github.releasesync.maven;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.goal.CheckRequest;
import io.github.releasesync.goal.CheckResult;
import io.github.releasesync.goal.FailOn;
import io.github.releasesync.report.CheckText;
import io.github.releasesync.report.ContinuousIntegrationOutput;
import io.github.releasesync.report.Report;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks that the versions of the crates, Python packages and Maven artifacts of the repository
 * agree. The build fails if they do not. The goal writes {@code check.json} for programs. It
 * changes nothing else, and needs no network.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "check",
    configurator = GoalConfigurator.HINT,
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    threadSafe = true)
public class CheckMojo extends AbstractCheckedMojo {

  /**
   * The folder for reports, relative to the root. The default is {@code target/release-sync}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.outputDirectory", defaultValue = "target/release-sync")
  private String outputDirectory;

  /**
   * The findings that fail the build: {@code error}, {@code warning} (errors and warnings), or
   * {@code never}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.failOn", defaultValue = "error")
  private String failOn;

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    CheckRequest request =
        new CheckRequest(
            start(),
            root(),
            path(outputDirectory),
            settings(),
            settings().rules(),
            FailOn.of(failOn));
    ReleaseSync releaseSync = ReleaseSync.system(wording());
    CheckResult result = releaseSync.check(request);
    Report report = CheckText.of(result, wording());
    print(report.lines());
    ContinuousIntegrationOutput service = releaseSync.continuousIntegration();
    service.summarize(result, report.lastLine()).ifPresent(this::print);
    StandardOutput.print(service.annotations(result));
    end(report.lastLine(), report.failed());
  }
}
