package io.github.releasesync.maven;

import io.github.releasesync.goal.ChangeRequest;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals share that change files of the repository. */
abstract class AbstractChangeMojo extends AbstractCheckedMojo {

  /**
   * Shows what would change, and changes nothing.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.dryRun", defaultValue = "false")
  private boolean dryRun;

  /**
   * The name of the only group to change.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.group")
  private String group;

  /**
   * Where reports go, relative to the root. By default {@code target/release-sync} there.
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
