package io.github.releasesync.project.group;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.workspace.Package;
import java.util.List;
import java.util.Optional;

/** Which group a release is of: the named one, the only one, or the one whose tag is at HEAD. */
public final class GroupChoice {

  private GroupChoice() {}

  /**
   * Chooses.
   *
   * @param groups the groups of the repository
   * @param name the name that was given, if one was
   * @param tagsAtHead the release tags of the commit that is checked out
   * @return the group
   * @throws ReleaseException with {@link Code#GROUP_UNCLEAR} if it is none or several
   */
  public static Group choose(
      List<Group> groups, Optional<String> name, List<ReleaseTag> tagsAtHead) {
    List<Group> published = groups.stream().filter(Group::isPublished).toList();
    if (name.isPresent()) {
      return named(groups, name.get());
    }
    if (published.size() == 1) {
      return published.get(0);
    }
    List<Group> tagged =
        published.stream().filter(g -> tagsAtHead.stream().anyMatch(t -> names(t, g))).toList();
    if (tagged.size() == 1) {
      return tagged.get(0);
    }
    throw unclear(
        published.isEmpty()
            ? "no group has a publishable crate or Python package"
            : "it is not clear which of " + published.size() + " groups is meant",
        published);
  }

  /**
   * Chooses the group to bump: the named one, the only one, or the only one with release tags.
   *
   * @param groups the groups with their release tags
   * @param name the given name, if any
   * @return the group; also one of Maven artifacts alone
   * @throws ReleaseException with {@link Code#GROUP_UNCLEAR} if there is none, or several
   */
  public static Group toBump(List<GroupTags> groups, Optional<String> name) {
    if (name.isPresent()) {
      return named(groups.stream().map(GroupTags::group).toList(), name.get());
    }
    List<GroupTags> releasable =
        groups.stream()
            .filter(t -> t.group().members().stream().anyMatch(Package::publishable))
            .toList();
    List<GroupTags> tagged = releasable.stream().filter(t -> t.last().isPresent()).toList();
    List<GroupTags> chosen = tagged.isEmpty() ? releasable : tagged;
    if (chosen.size() == 1) {
      return chosen.get(0).group();
    }
    throw unclear(
        releasable.isEmpty()
            ? "no group has a publishable package"
            : "it is not clear which of " + releasable.size() + " groups is meant",
        releasable.stream().map(GroupTags::group).toList());
  }

  /**
   * The group of a name.
   *
   * @param groups the groups of the repository
   * @param name the name
   * @return the group
   * @throws ReleaseException with {@link Code#GROUP_UNCLEAR} if there is none
   */
  public static Group named(List<Group> groups, String name) {
    return groups.stream()
        .filter(g -> g.name().equals(name))
        .findFirst()
        .orElseThrow(() -> unclear("there is no group `" + name + "`", groups));
  }

  private static boolean names(ReleaseTag tag, Group group) {
    return group.lead().release().filter(tag.version()::equals).isPresent();
  }

  private static ReleaseException unclear(String message, List<Group> groups) {
    String names = String.join(", ", groups.stream().map(Group::name).toList());
    return ReleaseException.of(
        Code.GROUP_UNCLEAR,
        Place.of("release-sync.group"),
        message,
        groups.isEmpty()
            ? Help.of("make a package publishable")
            : Help.of("name one with ", Option.named("group"), ": " + names));
  }
}
