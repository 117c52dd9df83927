package io.github.releasesync.maven;

import io.github.releasesync.goal.BumpOptions;
import io.github.releasesync.goal.PrepareRequest;
import io.github.releasesync.prepare.ReleaseNotesOptions;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals share that commit or tag. */
abstract class AbstractPrepareMojo extends AbstractChangeMojo {

  /**
   * More types of commits that are told in changelogs, each with its section: {@code
   * docs=Documentation}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.sections")
  private List<String> sections;

  /**
   * The branches that may be released from; {@code *} stands for a part of a name.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.branches", defaultValue = "main,master,hotfix/*,release/*")
  private List<String> branches;

  /**
   * The message of the release commit and of its tag; <code>{version}</code>, <code>{group}</code>
   * and <code>{tag}</code> are filled in.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.message", defaultValue = "align: release {version}")
  private String message;

  /**
   * Signs the tag also where git is not configured to, with git's own key and format.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.sign", defaultValue = "false")
  private boolean sign;

  /**
   * Pushes branch and tag together. Without it the command to type is printed.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.push", defaultValue = "false")
  private boolean push;

  /**
   * The remote to compare with and to push to. By default that of the branch, else origin.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.remote")
  private String remote;

  /**
   * Fixes that a hotfix released and that need not be on this branch: the ids of their commits, or
   * the beginnings of them.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.ignoreUnportedFixes")
  private List<String> ignoreUnportedFixes;

  /**
   * The only package to release, as {@code pypi:engine-tools}: a follower of its group that has its
   * own patch or version, by the policy {@code major-minor} or {@code independent}. It gets a tag
   * of its own.
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
        ignoreUnportedFixes == null ? List.of() : ignoreUnportedFixes);
  }

  final String message() {
    return message;
  }

  final List<String> sections() {
    return sections;
  }
}
