package io.github.releasesync.facts;

import io.github.releasesync.changelog.Changelog;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.group.Groups;
import io.github.releasesync.project.group.PastReleases;
import io.github.releasesync.project.group.ReachableTag;
import io.github.releasesync.project.group.ReleaseTag;
import io.github.releasesync.project.group.SeparateFollower;
import io.github.releasesync.project.group.TaggedRelease;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.project.tree.EditedTree;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.project.workspace.WorkspaceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All facts for a check, read once.
 *
 * @param workspace the current packages
 * @param past the packages at the newest releases that HEAD can reach
 * @param groups the groups, configured or inferred
 * @param tags all tags that HEAD can reach, the newest first
 * @param changelogs the changelogs at the root and beside the leads of groups that a tag at HEAD
 *     releases
 * @param settings the configuration
 * @param copies files other than manifests that may state a version; empty if not requested
 * @param limitations the limitations, such as no git or a shallow history
 */
public record Snapshot(
    Workspace workspace,
    PastReleases past,
    List<Group> groups,
    List<ReachableTag> tags,
    List<Changelog> changelogs,
    Settings settings,
    CopyFiles copies,
    List<Problem> limitations) {

  /**
   * Facts with groups derived from the packages, their past and the configuration.
   *
   * @param workspace the current packages
   * @param past the packages at the newest releases
   * @param tags all tags that HEAD can reach, the newest first
   * @param changelogs the changelogs that may lack an entry
   * @param settings the configuration
   * @param copies files other than manifests that may state a version
   * @param limitations the limitations
   * @throws ReleaseException if a configured group names an unknown package
   */
  public Snapshot(
      Workspace workspace,
      PastReleases past,
      List<ReachableTag> tags,
      List<Changelog> changelogs,
      Settings settings,
      CopyFiles copies,
      List<Problem> limitations) {
    this(
        workspace,
        past,
        Groups.of(workspace, past, settings.groups()),
        tags,
        changelogs,
        settings,
        copies,
        limitations);
  }

  /** The id of a commit that does not exist yet, the same as git's null id. */
  private static final String NOT_MADE = "0".repeat(40);

  /**
   * The release tags at the checked-out commit.
   *
   * @return the releases, in the order of their tags
   */
  public List<ReleaseTag> tagsAtHead() {
    return tags.stream()
        .filter(ReachableTag::atHead)
        .flatMap(tag -> tag.release().stream())
        .toList();
  }

  /**
   * The past of a tree that is changed from now on: a release at HEAD is its newest memory.
   *
   * @return the past, with the release that is checked out, if one is
   */
  public PastReleases memory() {
    List<ReachableTag> atHead =
        tags.stream().filter(tag -> tag.atHead() && tag.release().isPresent()).toList();
    return atHead.isEmpty()
        ? past
        : past.before(
            new TaggedRelease(atHead.get(0).commit(), tagsAtHead(), workspace, () -> workspace));
  }

  private List<ReachableTag> beforeHead() {
    return tags.stream().map(ReachableTag::beforeHead).toList();
  }

  /**
   * The facts when an edit is written and committed: no tag names that commit.
   *
   * @param edited the edited files
   * @return the new facts
   */
  public Snapshot after(EditedTree edited) {
    if (edited.edited().isEmpty()) {
      return this;
    }
    Snapshot then = written(edited);
    return new Snapshot(
        then.workspace(), memory(), beforeHead(), changelogs, settings, then.copies(), limitations);
  }

  /**
   * The facts after an edit is written but not committed. Where a version changes, the tree is past
   * the tags of its commit.
   *
   * @param edited the edited files
   * @return the new facts
   */
  public Snapshot written(EditedTree edited) {
    CopyFiles copied = copies.after(edited.edited());
    Workspace then = new WorkspaceReader().read(edited);
    boolean past = StatedVersions.differ(workspace, then);
    return new Snapshot(
        then,
        past ? memory() : this.past,
        past ? beforeHead() : tags,
        changelogs,
        settings,
        copied,
        limitations);
  }

  /**
   * Makes sure that all packages were read: a partly unreadable workspace is not changed.
   *
   * @throws ReleaseException with the first error of the workspace
   */
  public void requireReadable() {
    workspace.problems().stream()
        .filter(p -> p.severity() == Severity.ERROR)
        .findFirst()
        .ifPresent(
            p -> {
              throw new ReleaseException(p);
            });
  }

  /**
   * The facts after the checked-out commit, or the commit of an edit, is tagged.
   *
   * @param name the name of the annotated tag
   * @return the new facts
   */
  public Snapshot tagged(String name) {
    List<ReachableTag> then = new ArrayList<>(tags);
    then.add(0, ReachableTag.of(name, "", true, true));
    return new Snapshot(workspace, past, groups, then, changelogs, settings, copies, limitations);
  }

  /**
   * The facts after the packages were committed and tagged, for work after that release.
   *
   * @param name the name of the tag
   * @return the new facts
   */
  public Snapshot released(String name) {
    ReachableTag tag = ReachableTag.of(name, NOT_MADE, true, false);
    PastReleases then =
        tag.release()
            .map(
                release ->
                    past.before(
                        new TaggedRelease(NOT_MADE, List.of(release), workspace, () -> workspace)))
            .orElse(past);
    List<ReachableTag> all = Stream.concat(Stream.of(tag), tags.stream()).toList();
    return new Snapshot(workspace, then, all, changelogs, settings, copies, limitations);
  }

  /**
   * The tags of groups.
   *
   * @param groups the groups of the repository
   * @return the tags of each group, in the same order
   */
  public List<GroupTags> tagsOf(List<Group> groups) {
    return GroupTags.of(workspace, groups, tags, past);
  }

  /**
   * The tags of one group.
   *
   * @param groups the groups of the repository
   * @param group one of them
   * @return its tags
   */
  public GroupTags tagsOf(List<Group> groups, Group group) {
    return tagsOf(groups).stream().filter(t -> t.group().equals(group)).findFirst().orElseThrow();
  }

  /**
   * The tags of a separate follower.
   *
   * @param groups the groups of the repository
   * @param follower the follower
   * @return its tags, as those of its own group
   */
  public GroupTags tagsOf(List<Group> groups, SeparateFollower follower) {
    return GroupTags.of(follower, follower.alone(groups), tagsOf(groups, follower.group()), tags);
  }

  /**
   * The follower whose own release is checked out: a tag at HEAD names it, and no tag at HEAD names
   * a release of its group.
   *
   * @param groups the groups of the repository
   * @return the follower as its own group; empty if there is none, or several
   */
  public Optional<Group> followerAtHead(List<Group> groups) {
    List<GroupTags> all = tagsOf(groups);
    if (all.stream().anyMatch(t -> t.atHead().isPresent())) {
      return Optional.empty();
    }
    List<Group> alone =
        SeparateFollower.in(groups).stream()
            .map(follower -> tagsOf(groups, follower))
            .filter(t -> t.atHead().isPresent())
            .map(GroupTags::group)
            .toList();
    return alone.size() == 1 ? Optional.of(alone.get(0)) : Optional.empty();
  }

  /**
   * These facts with other packages, such as those after an edit.
   *
   * @param other the packages
   * @return the new facts
   */
  public Snapshot withWorkspace(Workspace other) {
    return new Snapshot(other, memory(), beforeHead(), changelogs, settings, copies, limitations);
  }
}
