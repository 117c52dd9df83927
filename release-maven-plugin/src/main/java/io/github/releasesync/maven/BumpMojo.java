package io.github.releasesync.maven;

import io.github.releasesync.goal.BumpOptions;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.report.ChangeText;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Bumps the version of a group by a level. Manifests, sibling requirements, Cargo.lock and uv.lock
 * change together, each in its own spelling. If one file cannot be changed, no file is.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "bump",
    configurator = GoalConfigurator.HINT,
    requiresProject = false,
    threadSafe = true)
public class BumpMojo extends AbstractChangeMojo {

  /**
   * On 0.x, a breaking change asks for a minor release, and a feature for a patch release, by
   * Cargo's rules. With {@code false}, a breaking change asks for 1.0.0, and a feature for a minor
   * release.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.majorVersionZero", defaultValue = "true")
  private boolean majorVersionZero;

  /**
   * The level of the next version. {@code auto} is the level that the commits since the last
   * release ask for. Others are {@code patch}, {@code minor} or {@code major}, optionally with
   * {@code -alpha}, {@code -beta} or {@code -rc}; {@code alpha}, {@code beta} or {@code rc}; {@code
   * release}, {@code post}, {@code development}; or a version.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.level", defaultValue = "auto")
  private String level;

  /**
   * The single package to bump, for example {@code pypi:engine-tools}. It must be a follower with
   * the policy {@code major-minor} or {@code independent}.
   *
   * @since 0.1.0
   */
  @Parameter(name = "package", property = "release-sync.package")
  private String onlyPackage;

  /**
   * The effect of a new minor or major version on the crates that depend on the group. {@code
   * minor} bumps their minor version too. {@code none} does not change them.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.bumpDependents", defaultValue = "none")
  private String bumpDependents;

  /** Sets {@link #onlyPackage}; {@code package} cannot be the name of a field. */
  public void setPackage(String id) {
    this.onlyPackage = id;
  }

  @Override
  Settings settings() {
    return super.settings().withMajorVersionZero(majorVersionZero);
  }

  @Override
  void run() throws MojoFailureException {
    BumpOptions options = BumpOptions.of(onlyPackage, bumpDependents);
    print(
        ChangeText.of(Library.of(wording(), getLog()).bump(request(), level, options), wording()));
  }
}
