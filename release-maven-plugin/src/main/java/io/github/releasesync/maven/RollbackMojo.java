package io.github.releasesync.maven;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.goal.RollbackResult;
import io.github.releasesync.report.RollbackText;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Undoes the last {@code prepare}: its tag, its commit, and its changes of files. It refuses if a
 * remote has the commit or the tag.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "rollback",
    configurator = GoalConfigurator.HINT,
    requiresProject = false,
    threadSafe = true)
public class RollbackMojo extends AbstractReleaseMojo {

  /**
   * Shows what would be undone, without changing anything.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.dryRun", defaultValue = "false")
  private boolean dryRun;

  @Override
  void run() throws MojoFailureException {
    RollbackResult result =
        ReleaseSync.system(wording()).rollback(start(), root(), dryRun, isOffline());
    print(RollbackText.of(result, wording()));
  }
}
