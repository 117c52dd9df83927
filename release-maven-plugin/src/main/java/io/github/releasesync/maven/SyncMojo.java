package io.github.releasesync.maven;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.goal.SyncResult;
import io.github.releasesync.report.ChangeText;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the lead's version into every follower, in its own spelling. Manifests, sibling
 * requirements, Cargo.lock and uv.lock change together. Nothing else in these files changes. If one
 * file cannot be changed, no file is.
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
   * Commits the changed files, and nothing else. This is for releases by another plugin, such as
   * the maven-release-plugin with {@code preparationGoals}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.commit", defaultValue = "false")
  private boolean commit;

  @Override
  void run() throws MojoFailureException {
    ReleaseSync releaser = Library.of(wording(), getLog());
    SyncResult result = commit ? releaser.syncAndCommit(request()) : releaser.sync(request());
    print(ChangeText.of(result, wording()));
  }
}
