package io.github.releasesync.maven;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.goal.BumpOptions;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.report.ChangeText;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Raises the version of a group by a level: manifests, what siblings require of each other,
 * Cargo.lock and uv.lock, each in its own spelling. If one file cannot be changed, none is.
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
   * Whether a breaking change asks for a minor release on 0.x, and a feature for a patch, as Cargo
   * reads such versions. Otherwise they ask for 1.0.0 and for a minor release.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.majorVersionZero", defaultValue = "true")
  private boolean majorVersionZero;

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
  @Parameter(name = "package", property = "release-sync.package")
  private String onlyPackage;

  /**
   * What a new minor or major of the group does to the crates of other groups that depend on it:
   * {@code minor} gives them a new minor too, {@code none} leaves them.
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
    print(ChangeText.of(ReleaseSync.system(wording()).bump(request(), level, options), wording()));
  }
}
