package io.github.releasesync.project.group;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.ReleaseVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * A follower with a patch level or a version of its own, as the policies major-minor and
 * independent let it. For a release without its group, it is a group of its own.
 *
 * @param follower the package
 * @param group its group
 */
public record SeparateFollower(Package follower, Group group) {

  /**
   * Those of some groups.
   *
   * @param groups the groups of the repository
   * @return in the order of the groups and their members
   */
  public static List<SeparateFollower> in(List<Group> groups) {
    List<SeparateFollower> loose = new ArrayList<>();
    for (Group group : groups) {
      group.members().stream()
          .filter(p -> group.policy() != Policy.EXACT && !p.equals(group.lead()))
          .forEach(p -> loose.add(new SeparateFollower(p, group)));
    }
    return loose;
  }

  /**
   * The follower of a name.
   *
   * @param groups the groups of the repository
   * @param id such as {@code pypi:engine-tools}
   * @return the follower
   * @throws ReleaseException with {@link Code#PACKAGE_NOT_ALONE} if no group has such a follower,
   *     or its policy is exact
   */
  public static SeparateFollower named(List<Group> groups, String id) {
    for (Group group : groups) {
      for (Package p : group.members()) {
        if (p.id().equals(id)) {
          return new SeparateFollower(p, group).required();
        }
      }
    }
    throw refused(
        Place.of("release-sync.package"),
        "no group has a package `" + id + "`",
        Help.of("write ecosystem and name, such as pypi:engine-tools"));
  }

  private SeparateFollower required() {
    String lead = group.lead().id();
    if (follower.equals(group.lead())) {
      throw cannot(
          "it is the lead of the group " + group.name(),
          Help.of("leave out ", Option.named("package")));
    }
    if (group.policy() == Policy.EXACT) {
      throw cannot(
          "it follows " + lead + " with the policy `exact`, so both have one version",
          Help.of("bump the group, or give it the policy `major-minor`"));
    }
    return this;
  }

  /**
   * The follower as a group of its own. It is named after the follower; where a group has that name
   * already, with the ecosystem before it.
   *
   * @param groups the groups of the repository
   * @return the group, with the follower as its only member
   */
  public Group alone(List<Group> groups) {
    String name = follower.name();
    boolean taken =
        groups.stream()
            .map(g -> ReleaseTag.separatorsAlike(g.name()))
            .anyMatch(ReleaseTag.separatorsAlike(name)::equals);
    return new Group(
        taken ? follower.id() : name,
        follower,
        Policy.EXACT,
        group.inferred(),
        List.of(follower.id() + " has its own releases in the group " + group.name()),
        List.of(follower));
  }

  /**
   * The groups as they count for a release of the follower alone: its commits and tags do not
   * belong to its group.
   *
   * @param groups the groups of the repository
   * @param alone the follower as a group
   * @return the groups, that of the follower without it, and it
   */
  public List<Group> apart(List<Group> groups, Group alone) {
    List<Group> apart = new ArrayList<>();
    groups.forEach(g -> apart.add(g.name().equals(group.name()) ? g.without(follower) : g));
    apart.add(alone);
    return apart;
  }

  /**
   * Whether the follower would still follow its lead.
   *
   * @param next its next version
   * @return false for another minor than the lead's, where the policy is major-minor
   */
  public boolean follows(ReleaseVersion next) {
    return group.policy() == Policy.INDEPENDENT
        || group.lead().release().filter(next::isOfSeries).isPresent();
  }

  /**
   * Makes sure that the follower still follows its lead.
   *
   * @param next its next version
   * @throws ReleaseException with {@link Code#PACKAGE_NOT_ALONE} if it would not, or cannot spell
   *     the version
   */
  public void require(ReleaseVersion next) {
    if (next.post().isPresent() && follower.ecosystem() != Ecosystem.PYPI) {
      throw cannot(
          next.text() + " is a post-release, which only Python has",
          Help.of("write ", Option.of("level", "patch")));
    }
    if (!follows(next)) {
      throw cannot(
          next.text()
              + " has another minor version than "
              + group.lead().id()
              + " "
              + group.lead().version().orElse("")
              + ", which it follows with the policy `major-minor`",
          Help.of("write ", Option.of("level", "patch"), ", or bump the group"));
    }
  }

  private ReleaseException cannot(String why, Help help) {
    return refused(follower.place(), follower.id() + " cannot be bumped on its own: " + why, help);
  }

  private static ReleaseException refused(Place place, String message, Help help) {
    return ReleaseException.of(Code.PACKAGE_NOT_ALONE, place, message, help);
  }
}
