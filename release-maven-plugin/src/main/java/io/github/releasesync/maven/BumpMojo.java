package io.github.releasesync.maven;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.goal.RaiseOptions;
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
   * -rc}; {@code alpha}, {@code beta} or {@code rc}; {@code release}, {@code post}, {@code
   * development}; or a version.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.level", defaultValue = "auto")
  private String level;

  /**
   * The only package to raise, as {@code pypi:engine-tools}: a follower of its group that has its
   * own patch or version, by the policy {@code major-minor} or {@code independent}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.package")
  private String onlyPackage;

  /**
   * What a new minor or major of the group does to the crates of other groups that depend on it:
   * {@code minor} gives them a new minor too, {@code none} leaves them.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.liftDependents", defaultValue = "none")
  private String liftDependents;

  @Override
  void run() throws MojoFailureException {
    tell(ReleaseSync.system().bump(request(), level, RaiseOptions.of(onlyPackage, liftDependents)));
  }
}
