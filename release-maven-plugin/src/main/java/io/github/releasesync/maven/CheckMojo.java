package io.github.releasesync.maven;

import io.github.releasesync.CheckRequest;
import io.github.releasesync.CheckResult;
import io.github.releasesync.FailOn;
import io.github.releasesync.Releaser;
import io.github.releasesync.project.GroupSpec;
import java.util.List;
import java.util.Optional;
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
   * Groups of packages that share a version. Without any, groups are inferred from the repository
   * and the evidence is shown. Each has a {@code <lead>}, and optionally {@code <followers>}, a
   * {@code <name>} and a {@code <policy>} ({@code exact}, {@code major-minor} or {@code
   * independent}).
   *
   * @since 0.1.0
   */
  @Parameter private List<GroupParameters> groups;

  /**
   * The same on the command line, where it wins: {@code
   * engine=cargo:barter,pypi:barter-python;tools=cargo:barter-cli}. The first package of each group
   * is its lead; the policy is {@code exact}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.groups")
  private String groupsLine;

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
                new CheckRequest(start(), root(), outputDirectory(), specs(), FailOn.of(failOn)));
    print(result.lines());
    if (result.failed()) {
      throw new MojoFailureException(result.lastLine());
    }
    getLog().info(result.lastLine());
  }

  private List<GroupSpec> specs() {
    if (groupsLine != null) {
      return GroupSpec.parse(groupsLine);
    }
    return Optional.ofNullable(groups).orElse(List.of()).stream()
        .map(GroupParameters::toSpec)
        .toList();
  }
}
