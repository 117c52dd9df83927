package io.github.releasesync.maven;

import io.github.releasesync.goal.ChangeRequest;
import io.github.releasesync.goal.ChangeResult;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
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

  final ChangeRequest request() {
    return new ChangeRequest(start(), root(), settings(), Optional.ofNullable(group), dryRun);
  }

  final void tell(ChangeResult result) throws MojoFailureException {
    print(result.lines());
    end(result.lastLine(), false);
  }
}
