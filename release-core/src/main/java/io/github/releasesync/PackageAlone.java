package io.github.releasesync;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.Group;
import io.github.releasesync.project.Package;
import io.github.releasesync.project.Policy;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.ReleaseVersion;
import java.util.List;

/**
 * A package that is raised without its group, as far as the group's policy lets it.
 *
 * @param follower the package
 * @param group its group
 */
record PackageAlone(Package follower, Group group) {

  /**
   * The package of a name.
   *
   * @param groups the groups of the repository
   * @param id such as {@code pypi:engine-tools}
   * @throws ReleaseException with {@link Code#PACKAGE_NOT_ALONE} if no group has such a follower,
   *     or its policy is exact
   */
  static PackageAlone of(List<Group> groups, String id) {
    for (Group group : groups) {
      for (Package p : group.members()) {
        if (p.id().equals(id)) {
          return new PackageAlone(p, group).followingLoosely();
        }
      }
    }
    throw refused(
        Place.of("release-sync.package"),
        "no group has a package `" + id + "`",
        "write ecosystem and name, such as pypi:engine-tools");
  }

  private PackageAlone followingLoosely() {
    String lead = group.lead().id();
    if (follower.equals(group.lead())) {
      throw cannot("it leads the group " + group.name(), "leave out -Drelease-sync.package");
    }
    if (group.policy() == Policy.EXACT) {
      throw cannot(
          "it follows " + lead + " with the policy `exact`, so both have one version",
          "raise the group, or give it the policy `major-minor`");
    }
    return this;
  }

  /**
   * Makes sure that the package still follows its lead.
   *
   * @throws ReleaseException with {@link Code#PACKAGE_NOT_ALONE} if it would not, or cannot spell
   *     the version
   */
  void require(ReleaseVersion next) {
    if (next.post().isPresent() && follower.ecosystem() != Ecosystem.PYPI) {
      throw cannot(
          next.text() + " is a post-release, which only Python has",
          "write -Drelease-sync.level=patch");
    }
    boolean follows = group.lead().release().filter(next::isOfSeries).isPresent();
    if (group.policy() == Policy.MAJOR_MINOR && !follows) {
      throw cannot(
          next.text()
              + " is of another minor than "
              + group.lead().id()
              + " "
              + group.lead().version().orElse("")
              + ", which it follows with the policy `major-minor`",
          "write -Drelease-sync.level=patch, or raise the group");
    }
  }

  private ReleaseException cannot(String why, String help) {
    return refused(follower.place(), follower.id() + " cannot be raised alone: " + why, help);
  }

  private static ReleaseException refused(Place place, String message, String help) {
    return new ReleaseException(Problem.of(Code.PACKAGE_NOT_ALONE, place, message, help));
  }
}
