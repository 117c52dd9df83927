package io.github.releasesync.project.group;

import java.util.Optional;

/**
 * A tag that counts for HEAD: one in its history, or a release that was tagged beside it.
 *
 * @param name its name
 * @param release its release, if its name ends with a version
 * @param commit the id of its commit, in full
 * @param annotated whether it is an object of its own, with author and message
 * @param atHead whether its commit is the one that is checked out
 * @param beside whether its commit is not in the history of HEAD: a release branch, or a release
 *     commit that was never merged
 */
public record ReachableTag(
    String name,
    Optional<ReleaseTag> release,
    String commit,
    boolean annotated,
    boolean atHead,
    boolean beside) {

  /**
   * A tag from git.
   *
   * @param name its name
   * @param commit the id of its commit, in full
   * @param annotated whether it is an annotated tag
   * @param atHead whether its commit is checked out
   * @return the tag, with the release of its name
   */
  public static ReachableTag of(String name, String commit, boolean annotated, boolean atHead) {
    return new ReachableTag(name, ReleaseTag.of(name), commit, annotated, atHead, false);
  }

  /**
   * The same tag after another commit.
   *
   * @return the tag, not at HEAD
   */
  public ReachableTag beforeHead() {
    return new ReachableTag(name, release, commit, annotated, false, beside);
  }

  /**
   * The same tag as one beside the history of HEAD.
   *
   * @return the tag
   */
  public ReachableTag besideHead() {
    return new ReachableTag(name, release, commit, annotated, false, true);
  }
}
