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
 * Makes a tagged release commit. It evaluates all guards, bumps the version everywhere, commits the
 * changed files, and tags the commit. If a step fails, branch, index, files and tags stay
 * unchanged. By default, nothing is pushed.
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
   * A sentence for the changelog, in addition to the commits. For a Python-only fix, it describes
   * the fix and its issue.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.note")
  private String note;

  /**
   * A file of the repository for the release notes, relative to the root. It is committed. The
   * release notes are always in release-notes.md in the output directory.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.releaseNotesFile")
  private String releaseNotesFile;

  /**
   * The date of the release in the changelog, as YYYY-MM-DD. The default is today in UTC.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.date")
  private String date;

  /**
   * The handling of changelogs. {@code auto} writes the release into existing changelogs. {@code
   * create} also creates a missing one. {@code off} changes none. Any other value is the path of a
   * template.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.changelog", defaultValue = "auto")
  private String changelog;

  /**
   * Folders with fragments next to each changelog. A fragment is one file for each change.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.fragments", defaultValue = "changelog.d")
  private List<String> fragments;

  /**
   * Repeats the changelog entries of pre-releases in the section of the final release.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.mergePreReleases", defaultValue = "false")
  private boolean mergePreReleases;

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
   * release ask for. {@code current} is the version in the manifests. Others are {@code patch},
   * {@code minor} or {@code major}, optionally with {@code -alpha}, {@code -beta} or {@code -rc};
   * {@code alpha}, {@code beta} or {@code rc}; {@code release}, {@code post}; or a version.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.level", defaultValue = "auto")
  private String level;

  /**
   * Tags the commit. With {@code false}, the commit can go through a pull request, and the goal
   * {@code tag} tags the merged commit.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.tag", defaultValue = "true")
  private boolean tag;

  /**
   * The effect of a new minor or major version on the crates that depend on the group. {@code
   * minor} bumps their minor version too, in the same commit. {@code none} does not change them.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.bumpDependents", defaultValue = "none")
  private String bumpDependents;

  /**
   * The development version of a second commit after the tag: that of the next {@code patch},
   * {@code minor} or {@code major}. After a pre-release, it is that of its base. {@code none} makes
   * no such commit.
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
