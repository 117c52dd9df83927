package io.github.releasesync.check;

import io.github.releasesync.change.SiblingRequirements;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.workspace.SiblingRequirement;
import io.github.releasesync.project.workspace.SiblingRequirement.Binding;
import io.github.releasesync.project.workspace.Workspace;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The pins with a hash that a change of versions leaves behind. */
public final class HashedPins {

  private HashedPins() {}

  /**
   * The pins that stated the version before.
   *
   * @param before the packages before the change
   * @param after the packages after it
   * @return a note for each, in the order of the files
   */
  public static List<Problem> leftBehind(Workspace before, Workspace after) {
    Set<Place> matched =
        hashed(before)
            .filter(HashedPins::isSatisfied)
            .map(r -> r.requirement().place())
            .collect(Collectors.toSet());
    return hashed(after)
        .filter(r -> matched.contains(r.requirement().place()) && !isSatisfied(r))
        .map(RequirementRule::hashed)
        .toList();
  }

  private static Stream<SiblingRequirement> hashed(Workspace workspace) {
    return workspace.requirements().stream().filter(r -> r.binding() == Binding.HASHED);
  }

  private static boolean isSatisfied(SiblingRequirement r) {
    String version = r.to().version().orElse("");
    return SiblingRequirements.admits(r.syntax(), r.requirement().value(), version);
  }
}
