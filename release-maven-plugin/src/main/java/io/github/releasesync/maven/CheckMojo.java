package io.github.releasesync.maven;

import io.github.releasesync.CheckRequest;
import io.github.releasesync.CheckResult;
import io.github.releasesync.FailOn;
import io.github.releasesync.Releaser;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Checks that the crates, Python packages and Maven artifacts of the repository agree on their
 * versions, and fails the build where they do not. Writes {@code check.json} for programs; nothing
 * else is changed, and no network is used.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VALIDATE,
    requiresProject = false,
    threadSafe = true)
public class CheckMojo extends AbstractReleaseMojo {

  /**
   * Which findings fail the build: {@code error}, {@code warning} (errors and warnings), or {@code
   * never}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.failOn", defaultValue = "error")
  private String failOn;

  @Override
  void run() throws MojoFailureException {
    CheckResult result =
        Releaser.system()
            .check(
                new CheckRequest(start(), root(), outputDirectory(), groups(), FailOn.of(failOn)));
    print(result.lines());
    end(result.lastLine(), result.failed());
  }
}
