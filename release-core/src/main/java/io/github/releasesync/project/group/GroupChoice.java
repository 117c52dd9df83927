package io.github.releasesync.project.group;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
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
