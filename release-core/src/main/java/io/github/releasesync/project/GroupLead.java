package io.github.releasesync.project;

import io.github.releasesync.problem.Place;
import io.github.releasesync.version.ReleaseVersion;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Chooses the package of an inferred group whose manifest counts as its source of truth. */
final class GroupLead {

  /** Beyond this many members, comparing all names with all others would be felt. */
  private static final int MOST_COMPARED = 400;

  private GroupLead() {}

  /**
   * The package that the others are named after, among those with the version that most places
   * state: crates before projects before artifacts, then the name that most other names contain.
   */
  static Package of(List<Package> members) {
    List<Package> candidates = firstEcosystem(leading(members));
    List<Package> compared = candidates.subList(0, Math.min(MOST_COMPARED, candidates.size()));
    Map<Package, Long> containing = new HashMap<>();
    for (Package p : compared) {
      containing.put(p, compared.stream().filter(o -> o.name().contains(p.name())).count());
    }
    return compared.stream()
        .min(
            Comparator.comparing((Package p) -> -containing.get(p))
                .thenComparing(p -> !p.publishable())
                .thenComparing(p -> p.name().length())
                .thenComparing(Package::name))
        .orElseThrow();
  }

  /**
   * The members that are where the group is going: who was left behind must not lead. Each place
   * counts once, however many packages it speaks for; of two versions stated equally often it is
   * the higher.
   */
  private static List<Package> leading(List<Package> members) {
    Map<Optional<ReleaseVersion>, Integer> places = new HashMap<>();
    Set<Place> seen = new HashSet<>();
    for (Package p : members) {
      if (p.release().isPresent() && seen.add(p.place())) {
        places.merge(p.release(), 1, Integer::sum);
      }
    }
    Optional<ReleaseVersion> leading =
        places.entrySet().stream()
            .max(
                Map.Entry.<Optional<ReleaseVersion>, Integer>comparingByValue()
                    .thenComparing(e -> e.getKey().orElseThrow()))
            .flatMap(Map.Entry::getKey);
    List<Package> found = members.stream().filter(p -> p.release().equals(leading)).toList();
    return found.isEmpty() ? members : found;
  }

  private static List<Package> firstEcosystem(List<Package> members) {
    var first = members.stream().map(Package::ecosystem).min(Comparator.naturalOrder());
    return members.stream().filter(p -> p.ecosystem() == first.orElseThrow()).toList();
  }
}
