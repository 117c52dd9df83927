package io.github.releasesync.adopt;

import io.github.releasesync.manifest.maven.PomNode;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.group.Policy;
import io.github.releasesync.project.group.TagFormat;
import io.github.releasesync.project.tree.Glob;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Groups as they are written into a POM: those that publish something, with every member whose name
 * can be written there.
 *
 * @param groups the groups, with their tags
 * @param leftOut the groups that are not written, as they publish nothing
 * @param unnamed the packages that no configuration can name
 */
public record GroupConfiguration(
    List<GroupTags> groups, List<Group> leftOut, List<Package> unnamed) {

  /**
   * Chooses what is written.
   *
   * @param workspace all packages
   * @param tags the groups of the repository, with their tags
   * @return the written groups, and the omitted ones
   */
  public static GroupConfiguration of(Workspace workspace, List<GroupTags> tags) {
    Map<String, Integer> ids = new HashMap<>();
    workspace.packages().forEach(p -> ids.merge(p.id(), 1, Integer::sum));
    List<GroupTags> written = new ArrayList<>();
    List<Group> leftOut = new ArrayList<>();
    List<Package> unnamed = new ArrayList<>();
    for (GroupTags one : tags) {
      Group group = one.group();
      List<Package> named =
          group.members().stream()
              .filter(p -> isNameable(p.id()) && isWhole(p, group, ids.get(p.id())))
              .toList();
      if (group.members().stream().noneMatch(Package::publishable)) {
        leftOut.add(group);
      } else if (named.contains(group.lead())) {
        written.add(new GroupTags(with(group, named), one.format(), one.releases()));
        group.members().stream().filter(p -> !named.contains(p)).forEach(unnamed::add);
      } else {
        unnamed.addAll(group.members());
      }
    }
    return new GroupConfiguration(List.copyOf(written), List.copyOf(leftOut), List.copyOf(unnamed));
  }

  private static Group with(Group group, List<Package> members) {
    return new Group(
        group.name(),
        group.lead(),
        group.policy(),
        group.inferred(),
        group.evidence(),
        members,
        group.tagFormat());
  }

  /** A lead is one package; a follower's name may be that of several, if all are in the group. */
  private static boolean isWhole(Package p, Group group, int ofThatName) {
    return ofThatName == 1
        || !p.id().equals(group.lead().id())
            && group.members().stream().filter(m -> m.id().equals(p.id())).count() == ofThatName;
  }

  /** A follower's name is a pattern, and Maven looks for properties in it. */
  private static boolean isNameable(String id) {
    return !Glob.isPattern(id)
        && !id.contains("${")
        && id.equals(id.strip())
        && id.chars().noneMatch(c -> c < ' ' || c == 0x7f);
  }

  /**
   * The element to write.
   *
   * @param adopted the tag formats from other tools
   * @return the groups with their evidence; empty if there is none to write
   */
  public Optional<PomNode> node(Adopted adopted) {
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    List<PomNode> nodes = groups.stream().map(tags -> node(tags, adopted)).toList();
    return Optional.of(PomNode.of("groups", nodes));
  }

  private PomNode node(GroupTags tags, Adopted adopted) {
    Group group = tags.group();
    List<PomNode> followers = new ArrayList<>();
    group.members().stream()
        .filter(p -> p != group.lead())
        .map(Package::id)
        .distinct()
        .forEach(id -> followers.add(PomNode.of("follower", id)));
    List<PomNode> children = new ArrayList<>();
    children.add(PomNode.of("name", group.name()));
    children.add(PomNode.of("lead", group.lead().id()));
    if (!followers.isEmpty()) {
      children.add(PomNode.of("followers", followers));
    }
    if (group.policy() != Policy.EXACT) {
      children.add(PomNode.of("policy", group.policy().word()));
    }
    boolean known = !tags.releases().isEmpty() || group.tagFormat().isPresent();
    Optional<TagFormat> format =
        adopted
            .tagFormat(group)
            .or(() -> known ? Optional.of(tags.format()) : Optional.empty())
            .filter(f -> !isUsual(f, group));
    format.ifPresent(f -> children.add(PomNode.of("tagFormat", f.text())));
    PomNode node = PomNode.of("group", children);
    return group.inferred() && !group.evidence().isEmpty()
        ? node.commented("because " + String.join("; ", group.evidence()))
        : node;
  }

  /** Whether it is the default format, or one that a POM cannot state. */
  private boolean isUsual(TagFormat format, Group group) {
    boolean others =
        groups.stream()
            .map(GroupTags::group)
            .anyMatch(other -> !other.name().equals(group.name()) && other.isPublished());
    return format.equals(others ? TagFormat.OF_SEVERAL_GROUPS : TagFormat.OF_ONE_GROUP)
        || format.text().contains("${");
  }
}
