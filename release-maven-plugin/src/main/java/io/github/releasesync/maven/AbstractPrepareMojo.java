package io.github.releasesync.maven;

import io.github.releasesync.goal.PrepareRequest;
import io.github.releasesync.goal.PrepareResult;
import io.github.releasesync.goal.RaiseOptions;
import io.github.releasesync.prepare.ReleaseNotesOptions;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals share that commit or tag. */
abstract class AbstractPrepareMojo extends AbstractChangeMojo {

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
  @Parameter(property = "release-sync.acknowledge")
  private List<String> acknowledge;

  /**
   * A sentence for the changelog, beside what the commits say: what a fix of Python alone mends,
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
   * The only package to release, as {@code pypi:engine-tools}: a follower of its group that has its
   * own patch or version, by the policy {@code major-minor} or {@code independent}. It gets a tag
   * of its own.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.package")
  private String onlyPackage;

  final PrepareRequest prepareRequest(
      String level, String liftDependents, String developmentVersion, boolean tag) {
    return new PrepareRequest(
        request(),
        level,
        RaiseOptions.of(onlyPackage, liftDependents),
        PrepareRequest.developmentLevel(developmentVersion),
        branches,
        ReleaseNotesOptions.of(message, note, releaseNotesFile, date),
        tag,
        sign,
        push,
        Optional.ofNullable(remote),
        isOffline(),
        acknowledge == null ? List.of() : acknowledge,
        outputDirectory());
  }

  final void tell(PrepareResult result) throws MojoFailureException {
    print(result.lines());
    end(result.lastLine(), result.failed());
  }
}
