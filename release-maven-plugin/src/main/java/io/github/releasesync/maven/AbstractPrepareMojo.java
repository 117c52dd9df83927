package io.github.releasesync.maven;

import io.github.releasesync.goal.BumpOptions;
import io.github.releasesync.goal.PrepareRequest;
import io.github.releasesync.prepare.ReleaseNotesOptions;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** Parameters of the goals that commit or tag. */
abstract class AbstractPrepareMojo extends AbstractChangeMojo {

  /**
   * Additional types of commits to list in changelogs, each with its section: {@code
   * docs=Documentation}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.sections")
  private List<String> sections;

  /**
   * The branches that releases may be made from. {@code *} matches a part of a name.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.branches", defaultValue = "main,master,hotfix/*,release/*")
  private List<String> branches;

  /**
   * The message of the release commit and of its tag. The placeholders are <code>{version}</code>,
   * <code>{group}</code> and <code>{tag}</code>.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.message", defaultValue = "align: release {version}")
  private String message;

  /**
   * Signs the tag even if git is not configured to sign tags. Git's own key and format are used.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.sign", defaultValue = "false")
  private boolean sign;

  /**
   * Pushes branch and tag together. By default, the push command is printed instead.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.push", defaultValue = "false")
  private boolean push;

  /**
   * The remote to compare with and to push to. The default is that of the branch, else origin.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.remote")
  private String remote;

  /**
   * Released fixes of hotfixes that this branch does not need. Each is a commit id, or the
   * beginning of one.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.ignoreUnportedFixes")
  private List<String> ignoreUnportedFixes;

  /**
   * The single package to release, for example {@code pypi:engine-tools}. It must be a follower
   * with the policy {@code major-minor} or {@code independent}. It gets its own tag.
   *
   * @since 0.1.0
   */
  @Parameter(name = "package", property = "release-sync.package")
  private String onlyPackage;

  /** Sets {@link #onlyPackage}; {@code package} cannot be the name of a field. */
  public void setPackage(String id) {
    this.onlyPackage = id;
  }

  final PrepareRequest prepareRequest(
      String level,
      String bumpDependents,
      Optional<String> development,
      ReleaseNotesOptions text,
      boolean tag) {
    return new PrepareRequest(
        request(),
        level,
        BumpOptions.of(onlyPackage, bumpDependents),
        development,
        branches,
        text,
        tag,
        sign,
        push,
        given(remote),
        isOffline(),
        ignoreUnportedFixes == null ? List.of() : ignoreUnportedFixes,
        settings().rules());
  }

  final String message() {
    return message;
  }

  final List<String> sections() {
    return sections;
  }
}
