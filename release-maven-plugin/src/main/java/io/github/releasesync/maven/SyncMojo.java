package io.github.releasesync.maven;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.goal.SyncResult;
import io.github.releasesync.report.ChangeText;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes every follower say what its lead says, in its own spelling: manifests, what siblings
 * require of each other, Cargo.lock and uv.lock. Nothing else in these files changes, and if one of
 * them cannot be changed, none is.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "sync",
    configurator = GoalConfigurator.HINT,
    requiresProject = false,
    threadSafe = true)
public class SyncMojo extends AbstractChangeMojo {

  /**
   * Commits what was changed, and nothing else: for a release that another plugin commits and tags,
   * as the maven-release-plugin does after its {@code preparationGoals}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.commit", defaultValue = "false")
  private boolean commit;

  @Override
  void run() throws MojoFailureException {
    ReleaseSync releaser = ReleaseSync.system(wording());
    SyncResult result = commit ? releaser.syncAndCommit(request()) : releaser.sync(request());
    print(ChangeText.of(result, wording()));
  }
}
