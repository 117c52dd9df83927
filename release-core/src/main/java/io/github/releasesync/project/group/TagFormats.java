package io.github.releasesync.project.group;

import io.github.releasesync.project.tree.TreePath;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.version.Ecosystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Infers the tag formats of groups without a configured one. */
final class TagFormats {

  private final List<Group> groups;
  private final PastReleases past;

  /**
   * The names that a tag may contain: packages and groups, with the names of the groups that are
   * meant.
   */
  private final Map<String, Set<String>> groupsByName = new HashMap<>();

  /** The newest tag of each prefix; prefixes that only HEAD has come last. */
  private final List<ReachableTag> lines = new ArrayList<>();

  TagFormats(Workspace workspace, List<Group> groups, List<ReachableTag> tags, PastReleases past) {
    this.groups = groups;
    this.past = past;
    workspace.packages().stream()
        .filter(p -> p.ecosystem() != Ecosystem.MAVEN)
        .forEach(p -> meant(p.name()));
    for (Group group : groups) {
      group.released().forEach(p -> meant(p.name()).add(group.name()));
      meant(group.name()).add(group.name());
      meant(TagFormat.inTags(group.name())).add(group.name());
    }
    addNewest(tags.stream().filter(tag -> !tag.atHead()).toList());
    addNewest(tags);
  }

  private Set<String> meant(String name) {
    return groupsByName.computeIfAbsent(ReleaseTag.separatorsAlike(name), n -> new HashSet<>());
  }

  private void addNewest(List<ReachableTag> tags) {
    Map<String, ReachableTag> byPrefix = new LinkedHashMap<>();
    lines.forEach(tag -> byPrefix.put(prefix(tag), tag));
    for (ReachableTag tag : tags) {
      if (tag.release().isPresent()) {
        byPrefix.putIfAbsent(prefix(tag), tag);
      }
    }
    lines.clear();
    lines.addAll(byPrefix.values());
  }

  private static String prefix(ReachableTag tag) {
    return tag.release().orElseThrow().prefix();
  }

  /** The format of a group: configured, or that of its newest tag, or the default. */
  TagFormat of(Group group) {
    return known(group)
        .orElseGet(
            () ->
                othersPublish(group) || isTaken(group)
                    ? TagFormat.OF_SEVERAL_GROUPS
                    : TagFormat.OF_ONE_GROUP);
  }

  private Optional<TagFormat> known(Group group) {
    return group
        .tagFormat()
        .or(() -> newest(group).flatMap(tag -> TagFormat.ofPrefix(tag.prefix())));
  }

  /** A group without tags has no share in the plain tags of another. */
  private boolean isTaken(Group group) {
    return groups.stream()
        .filter(other -> !other.name().equals(group.name()))
        .anyMatch(other -> known(other).filter(TagFormat.OF_ONE_GROUP::equals).isPresent());
  }

  /**
   * The newest tag of a group; of several for one release, as Go has its own, the plain one, else
   * that of the lead, or of the folder of a member.
   */
  private Optional<ReleaseTag> newest(Group group) {
    List<ReleaseTag> newest =
        lines.stream()
            .map(tag -> tag.release().orElseThrow())
            .filter(tag -> isOf(group, tag))
            .toList();
    List<ReleaseTag> ofOneRelease =
        newest.stream().filter(tag -> tag.version().equals(newest.get(0).version())).toList();
    return ofOneRelease.stream()
        .filter(ReleaseTag::namesNothing)
        .findFirst()
        .or(() -> ofOneRelease.stream().filter(tag -> tag.names(group.lead())).findFirst())
        .or(
            () ->
                newest.stream().filter(tag -> namesAFolder(tag, newest.get(0), group)).findFirst())
        .or(() -> newest.stream().findFirst());
  }

  /** Whether a tag is called after the folder of a member, and is no older than another. */
  private static boolean namesAFolder(ReleaseTag tag, ReleaseTag other, Group group) {
    return tag.version().compareTo(other.version()) >= 0
        && group.members().stream()
            .map(p -> TreePath.name(TreePath.folder(p.manifest())))
            .anyMatch(
                folder ->
                    tag.named().filter(ReleaseTag.separatorsAlike(folder)::equals).isPresent());
  }

  private boolean isOf(Group group, ReleaseTag newest) {
    Optional<Set<String>> named = newest.named().map(groupsByName::get);
    if (named.isPresent()) {
      return named.get().contains(group.name());
    }
    return past.isOfLine(newest.prefix(), group.members())
        .orElseGet(
            () ->
                isTheMain(newest, group)
                    || !past.knowsLine(newest.prefix()) && hasTheVersionOf(newest, group));
  }

  private static boolean hasTheVersionOf(ReleaseTag tag, Group group) {
    return group.members().stream().anyMatch(p -> TaggedRelease.hadTheVersionOf(tag, p));
  }

  /**
   * If versions are written only while publishing, no commit shows which group a tag belongs to:
   * then a plain one is of the first group that publishes, which is the largest unless they are
   * configured. Where the commits show that plain tags are another group's, so is this one.
   */
  private boolean isTheMain(ReleaseTag tag, Group group) {
    Optional<Group> main = groups.stream().filter(Group::isPublished).findFirst();
    return tag.namesNothing()
        && main.map(group::equals).orElse(groups.size() == 1)
        && groups.stream().noneMatch(other -> other != group && hasPlainTags(other));
  }

  private boolean hasPlainTags(Group group) {
    return lines.stream()
        .map(tag -> tag.release().orElseThrow())
        .filter(ReleaseTag::namesNothing)
        .anyMatch(tag -> past.isOfLine(tag.prefix(), group.members()).orElse(false));
  }

  private boolean othersPublish(Group group) {
    return groups.stream().anyMatch(g -> !g.name().equals(group.name()) && g.isPublished());
  }
}
