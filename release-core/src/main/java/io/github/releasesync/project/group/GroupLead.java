package io.github.releasesync.project.group;

import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.ReleaseVersion;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Chooses the package of an inferred group whose manifest counts as its source of truth. */
final class GroupLead {

  /** Beyond this many members, comparing all names with all others would be felt. */
  private static final int MOST_COMPARED = 400;

  private GroupLead() {}

  /** The lead where no tag is at HEAD. */
  static Package of(List<Package> members) {
    return of(members, List.of());
  }

  /**
   * The package that the others are named after, among those that a tag at HEAD releases, else
   * those with the highest version: crates before projects before artifacts, a POM that states the
   * version before those that inherit it, then the name that most other names contain.
   */
  static Package of(List<Package> members, List<ReleaseTag> atHead) {
    List<Package> tagged =
        members.stream()
            .filter(p -> atHead.stream().anyMatch(t -> TaggedRelease.hadTheVersionOf(t, p)))
            .toList();
    List<Package> candidates = firstEcosystem(leading(tagged.isEmpty() ? members : tagged));
    List<Package> compared = candidates.subList(0, Math.min(MOST_COMPARED, candidates.size()));
    Map<Package, Long> containing = new HashMap<>();
    for (Package p : compared) {
      containing.put(p, compared.stream().filter(o -> o.name().contains(p.name())).count());
    }
    return compared.stream()
        .min(
            Comparator.comparing(GroupLead::inheritsFromParent)
                .thenComparing(p -> -containing.get(p))
                .thenComparing(p -> !p.publishable())
                .thenComparing(p -> p.name().length())
                .thenComparing(Package::name))
        .orElseThrow();
  }

  /** A module may have any name; its parent is what a reader expects to lead. */
  private static boolean inheritsFromParent(Package p) {
    return p.ecosystem() == Ecosystem.MAVEN && !p.place().file().equals(p.manifest());
  }

  /**
   * Versions are bumped, never lowered: a package that is behind was forgotten, and must not be the
   * lead.
   */
  static List<Package> leading(List<Package> members) {
    Optional<ReleaseVersion> highest =
        members.stream().flatMap(p -> p.release().stream()).max(Comparator.naturalOrder());
    List<Package> leading =
        members.stream()
            .filter(p -> p.release().flatMap(r -> highest.map(r::mapsExactly)).orElse(false))
            .toList();
    return highest.isEmpty() ? members : leading;
  }

  private static List<Package> firstEcosystem(List<Package> members) {
    var first = members.stream().map(Package::ecosystem).min(Comparator.naturalOrder());
    return members.stream().filter(p -> p.ecosystem() == first.orElseThrow()).toList();
  }
}
