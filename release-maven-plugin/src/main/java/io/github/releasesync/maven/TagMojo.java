package io.github.releasesync.maven;

import io.github.releasesync.ReleaseSync;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Tags the release commit that is checked out, with the version that it states: what {@code
 * prepare} made without a tag and a pull request brought here, squashed or not.
 *
 * @since 0.1.0
 */
@Mojo(name = "tag", requiresProject = false, threadSafe = true)
public class TagMojo extends AbstractPrepareMojo {

  @Override
  void run() throws MojoFailureException {
    tell(ReleaseSync.system().tag(prepareRequest("current", null, null, true)));
  }
}
