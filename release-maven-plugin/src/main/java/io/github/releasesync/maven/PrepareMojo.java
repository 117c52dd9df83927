package io.github.releasesync.maven;

import io.github.releasesync.ReleaseSync;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Brings the repository to a tagged release commit: asks all guards, raises the version everywhere,
 * commits what that changed, and tags the commit. If anything fails, branch, index, files and tags
 * are as they were. Nothing is pushed unless asked.
 *
 * @since 0.1.0
 */
@Mojo(name = "prepare", requiresProject = false, threadSafe = true)
public class PrepareMojo extends AbstractPrepareMojo {

  /**
   * How far: {@code auto} for what the commits since the last release ask for; {@code patch},
   * {@code minor} or {@code major}, each alone or with {@code -alpha}, {@code -beta} or {@code
   * -rc}; {@code alpha}, {@code beta} or {@code rc}; {@code release}, {@code post}; {@code current}
   * for the version that is written; or a version.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.level", defaultValue = "auto")
  private String level;

  /**
   * Tags the commit. Without a tag the commit can go through a pull request, and the goal {@code
   * tag} tags what was merged.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.tag", defaultValue = "true")
  private boolean tag;

  /**
   * What a new minor or major of the group does to the crates of other groups that depend on it:
   * {@code minor} gives them a new minor too, in the same commit; {@code none} leaves them.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.liftDependents", defaultValue = "none")
  private String liftDependents;

  /**
   * Writes a development version in a second commit, after the tag: that of the next {@code patch},
   * {@code minor} or {@code major}, or of the base of a pre-release; {@code none} makes no such
   * commit.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.developmentVersion", defaultValue = "none")
  private String developmentVersion;

  @Override
  void run() throws MojoFailureException {
    tell(
        ReleaseSync.system()
            .prepare(prepareRequest(level, liftDependents, developmentVersion, tag)));
  }
}
