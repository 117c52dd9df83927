package io.github.releasesync.facts;

import io.github.releasesync.history.CommitSummary;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.group.SeparateFollower;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.workspace.Workspace;
import java.util.List;
import java.util.Map;

/**
 * All facts about unreleased changes, read once.
 *
 * @param tree the files
 * @param snapshot the facts of the files, with configured copies
 * @param groups the groups with their releases
 * @param followers the followers of the groups that have their own versions
 * @param changes the changes since the last release of each group, of its {@link Group#core}, and
 *     of each separate follower; none for those without a release
 * @param tagNames the names of all tags, whether HEAD can reach them or not
 * @param majorVersionZero whether 0.x follows the rules of initial development
 * @param wholeHistory whether every tag and commit can be seen; otherwise a missing tag does not
 *     mean that there is no release
 * @param problems limitations and unreadable files
 */
public record Unreleased(
    FileTree tree,
    Snapshot snapshot,
    List<GroupTags> groups,
    List<Follower> followers,
    Map<Group, CommitSummary> changes,
    List<String> tagNames,
    boolean majorVersionZero,
    boolean wholeHistory,
    List<Problem> problems) {

  /**
   * The current packages.
   *
   * @return all packages
   */
  public Workspace workspace() {
    return snapshot.workspace();
  }

  /**
   * The facts of one group.
   *
   * @param group the group, by its name
   * @return the facts without other groups, separate followers and problems
   */
  public Unreleased only(Group group) {
    List<GroupTags> its =
        groups.stream().filter(tags -> tags.group().name().equals(group.name())).toList();
    return new Unreleased(
        tree,
        snapshot,
        its,
        List.of(),
        changes,
        tagNames,
        majorVersionZero,
        wholeHistory,
        List.of());
  }

  /**
   * A follower that is released without its group.
   *
   * @param follower the follower
   * @param tags the tags of its own releases
   */
  public record Follower(SeparateFollower follower, GroupTags tags) {}
}
