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
 * All facts about what was not released yet, gathered once.
 *
 * @param tree the files
 * @param snapshot what is known of them, with configured copies
 * @param groups the groups with their releases
 * @param followers those of the groups that have versions of their own
 * @param changes what changed since the last release of a group, of its {@link Group#core}, and of
 *     a follower alone; without those that have no release
 * @param tagNames the names of all tags, whether HEAD can reach them or not
 * @param majorVersionZero whether 0.x has the rules of initial development
 * @param wholeHistory whether every tag and commit can be seen; else no tag does not mean no
 *     release
 * @param problems what could not be read or seen
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
   * The packages as they are.
   *
   * @return all of them
   */
  public Workspace workspace() {
    return snapshot.workspace();
  }

  /**
   * The same of one group.
   *
   * @param group the group, by its name
   * @return the facts without other groups, followers alone, and what could not be read
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
   * @param tags its own releases, of the group that it is by itself
   */
  public record Follower(SeparateFollower follower, GroupTags tags) {}
}
