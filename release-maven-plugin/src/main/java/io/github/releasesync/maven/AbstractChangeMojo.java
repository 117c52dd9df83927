package io.github.releasesync.maven;

import io.github.releasesync.goal.ChangeRequest;
import org.apache.maven.plugins.annotations.Parameter;

/** Parameters of the goals that change files of the repository. */
abstract class AbstractChangeMojo extends AbstractCheckedMojo {

  /**
   * Shows the changes without writing them.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.dryRun", defaultValue = "false")
  private boolean dryRun;

  /**
   * The name of the group to change.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.group")
  private String group;

  /**
   * The folder for reports, relative to the root. The default is {@code target/release-sync}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.outputDirectory", defaultValue = "target/release-sync")
  private String outputDirectory;

  final ChangeRequest request() {
    return new ChangeRequest(
        start(), root(), settings(), given(group), dryRun, path(outputDirectory));
  }
}
