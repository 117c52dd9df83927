package io.github.releasesync.plan;

import io.github.releasesync.history.Changes;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.Group;
import io.github.releasesync.project.GroupTags;
import io.github.releasesync.project.LooseFollower;
import io.github.releasesync.project.Workspace;
import java.util.List;
import java.util.Map;

/**
 * All facts about what was not released yet, gathered once.
 *
 * @param workspace the packages as they are
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
    Workspace workspace,
    List<GroupTags> groups,
    List<Follower> followers,
    Map<Group, Changes> changes,
    List<String> tagNames,
    boolean majorVersionZero,
    boolean wholeHistory,
    List<Problem> problems) {

  /**
   * A follower that is released without its group.
   *
   * @param follower the follower
   * @param tags its own releases, of the group that it is by itself
   */
  public record Follower(LooseFollower follower, GroupTags tags) {}
}
