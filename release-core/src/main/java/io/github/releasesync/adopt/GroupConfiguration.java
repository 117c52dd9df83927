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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Groups as they are written into a POM: those that publish something, with the members whose names
 * can be written there.
 *
 * @param groups the groups, with their tags
 * @param leftOut the groups that are not written, as they publish nothing
 * @param unnamed the packages that no configuration can name
 * @param nameable the packages of which a follower's name is that of members alone
 */
public record GroupConfiguration(
    List<GroupTags> groups, List<Group> leftOut, List<Package> unnamed, Set<Package> nameable) {

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
    Set<Package> nameable = new HashSet<>();
    for (GroupTags one : tags) {
      Group group = one.group();
      group.members().stream().filter(p -> isWhole(p, group, ids)).forEach(nameable::add);
      if (group.members().stream().noneMatch(Package::publishable)) {
        leftOut.add(group);
        continue;
      }
      // A lead is one package; a follower's name may be that of several, if all are in the group.
      Optional<Group> named =
          group.ledByOneOf(
              group.members().stream()
                  .filter(p -> nameable.contains(p) && ids.get(p.id()) == 1)
                  .filter(p -> group.inferred() || p.equals(group.lead()))
                  .toList());
      named.ifPresent(g -> written.add(new GroupTags(g, one.format(), one.releases())));
      if (named.isEmpty()) {
        unnamed.addAll(group.members());
      } else if (!group.inferred()) {
        group.members().stream().filter(p -> !nameable.contains(p)).forEach(unnamed::add);
      }
    }
    return new GroupConfiguration(
        List.copyOf(written), List.copyOf(leftOut), List.copyOf(unnamed), Set.copyOf(nameable));
  }

  /** Whether a follower's name can be written, and is that of members alone. */
  private static boolean isWhole(Package p, Group group, Map<String, Integer> ids) {
    return isNameable(p.id())
        && group.members().stream().filter(m -> m.id().equals(p.id())).count() == ids.get(p.id());
  }

  /** A follower's name is a pattern, and Maven looks for properties in it. */
  private static boolean isNameable(String id) {
    return !Glob.isPattern(id)
        && !id.contains("${")
        && id.equals(id.strip())
        && id.chars().noneMatch(c -> c < ' ' || c == 0x7f);
  }

  /**
   * Whether a name tells groups apart: those that are not written are inferred again.
   *
   * @return false if there is one group only
   */
  boolean isOneOfSeveral() {
    return groups.size() + leftOut.size() > 1 || !unnamed.isEmpty();
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
    List<PomNode> followers =
        followers(group).stream().map(id -> PomNode.of("follower", id)).toList();
    List<PomNode> children = new ArrayList<>();
    children.add(PomNode.of("name", group.name()));
    children.add(PomNode.of("lead", group.lead().id()));
    if (!followers.isEmpty()) {
      children.add(PomNode.of("followers", followers));
    }
    if (group.policy() != Policy.EXACT) {
      children.add(PomNode.of("policy", group.policy().word()));
    }
    if (group.inferred()) {
      children.add(PomNode.of("inferred", "true"));
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

  /**
   * The names of the followers. Of an inferred group, one for each place that states the version:
   * whatever has the version of the same place belongs to the group anyway, today and later.
   */
  private List<String> followers(Group group) {
    Map<String, List<Package>> byText = new LinkedHashMap<>();
    for (Package p : group.members()) {
      String text = group.inferred() ? p.ecosystem() + " " + p.place() : p.id();
      byText.computeIfAbsent(text, key -> new ArrayList<>()).add(p);
    }
    List<String> names = new ArrayList<>();
    for (List<Package> ofOneText : byText.values()) {
      if (!ofOneText.contains(group.lead())) {
        ofOneText.stream().filter(nameable::contains).findFirst().ifPresent(p -> names.add(p.id()));
      }
    }
    return names.stream().distinct().toList();
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
