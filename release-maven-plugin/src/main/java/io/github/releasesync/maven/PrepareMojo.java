package io.github.releasesync.maven;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.goal.PrepareRequest;
import io.github.releasesync.prepare.ReleaseNotesOptions;
import io.github.releasesync.project.settings.ChangelogSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.report.PrepareText;
import java.util.List;
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
@Mojo(
    name = "prepare",
    configurator = GoalConfigurator.HINT,
    requiresProject = false,
    threadSafe = true)
public class PrepareMojo extends AbstractPrepareMojo {

  /**
   * A sentence for the changelog, beside what the commits say: what a fix of Python alone fixes,
   * with its issue.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.note")
  private String note;

  /**
   * A file of the repository for the release notes, relative to the root; it is committed. They are
   * in the output directory, as release-notes.md, in any case.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.releaseNotesFile")
  private String releaseNotesFile;

  /**
   * The day of the release in the changelog, as YYYY-MM-DD. By default today in UTC.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.date")
  private String date;

  /**
   * What {@code prepare} does with changelogs: {@code auto} writes the release into those that are
   * kept, {@code create} also begins one, {@code off} leaves them to another tool; anything else is
   * the path of a template.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.changelog", defaultValue = "auto")
  private String changelog;

  /**
   * Folders beside changelogs with fragments, one file for each change.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.fragments", defaultValue = "changelog.d")
  private List<String> fragments;

  /**
   * Whether a final release says again in the changelog what its pre-releases said.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.mergePreReleases", defaultValue = "false")
  private boolean mergePreReleases;

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
  @Parameter(property = "release-sync.bumpDependents", defaultValue = "none")
  private String bumpDependents;

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
  Settings settings() {
    return super.settings()
        .withChangelog(ChangelogSpec.of(changelog, fragments, sections(), mergePreReleases))
        .withMajorVersionZero(majorVersionZero);
  }

  @Override
  void run() throws MojoFailureException {
    PrepareRequest request =
        prepareRequest(
            level,
            bumpDependents,
            PrepareRequest.developmentLevel(developmentVersion),
            ReleaseNotesOptions.of(message(), note, releaseNotesFile, date),
            tag);
    print(PrepareText.of(ReleaseSync.system(wording()).prepare(request), wording()));
  }
}
