package io.github.releasesync.maven;

import io.github.releasesync.Releaser;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Raises the version of a group by a level: manifests, what siblings require of each other,
 * Cargo.lock and uv.lock, each in its own spelling. If one file cannot be changed, none is.
 *
 * @since 0.1.0
 */
@Mojo(name = "bump", requiresProject = false, threadSafe = true)
public class BumpMojo extends AbstractChangeMojo {

  /**
   * How far: {@code auto} for what the commits since the last release ask for; {@code patch},
   * {@code minor} or {@code major}, each alone or with {@code -alpha}, {@code -beta} or {@code
   * -rc}; {@code alpha}, {@code beta} or {@code rc}; {@code release}, {@code post}; or a version.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.level", defaultValue = "auto")
  private String level;

  @Override
  void run() throws MojoFailureException {
    tell(Releaser.system().bump(request(), level));
  }
}
