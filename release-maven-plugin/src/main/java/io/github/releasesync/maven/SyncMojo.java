package io.github.releasesync.maven;

import io.github.releasesync.Releaser;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Makes every follower say what its lead says, in its own spelling: manifests, what siblings
 * require of each other, Cargo.lock and uv.lock. Nothing else in these files changes, and if one of
 * them cannot be changed, none is.
 *
 * @since 0.1.0
 */
@Mojo(name = "sync", requiresProject = false, threadSafe = true)
public class SyncMojo extends AbstractChangeMojo {

  @Override
  void run() throws MojoFailureException {
    tell(Releaser.system().sync(request()));
  }
}
