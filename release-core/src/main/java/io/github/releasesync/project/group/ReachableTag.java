package io.github.releasesync.project.group;

import java.util.Optional;

/**
 * A tag in the history of HEAD.
 *
 * @param name its name
 * @param release what it releases, if its name ends with a version
 * @param commit the id of its commit, in full
 * @param annotated whether it is an object of its own, with author and message
 * @param atHead whether its commit is the one that is checked out
 */
public record ReachableTag(
    String name, Optional<ReleaseTag> release, String commit, boolean annotated, boolean atHead) {

  /**
   * A tag as git tells it.
   *
   * @param name as above
   * @param commit as above
   * @param annotated as above
   * @param atHead as above
   * @return the tag, with what its name says
   */
  public static ReachableTag of(String name, String commit, boolean annotated, boolean atHead) {
    return new ReachableTag(name, ReleaseTag.of(name), commit, annotated, atHead);
  }

  /**
   * The same tag after another commit.
   *
   * @return the tag, not at HEAD
   */
  public ReachableTag beforeHead() {
    return new ReachableTag(name, release, commit, annotated, false);
  }
}
