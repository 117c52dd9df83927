package io.github.releasesync.check;

import io.github.releasesync.change.SiblingRequirements;
import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.SiblingRequirement;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Pep440Version;
import io.github.releasesync.version.SemVer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requirements on a sibling that the sibling, as it is in the tree, does not satisfy. */
final class RequirementRule implements Rule {

  @Override
  public List<Problem> findings(Snapshot snapshot, List<Group> groups) {
    Map<Package, Group> groupOf = new HashMap<>();
    groups.forEach(g -> g.members().forEach(p -> groupOf.put(p, g)));
    List<Problem> findings = new ArrayList<>();
    Set<Place> seen = new HashSet<>();
    for (SiblingRequirement r : snapshot.workspace().requirements()) {
      boolean together =
          groupOf.containsKey(r.from()) && groupOf.get(r.from()) == groupOf.get(r.to());
      boolean binding = r.fromTree() || together;
      if (binding && !isSatisfied(r) && seen.add(r.requirement().place())) {
        findings.add(finding(r));
      }
    }
    return findings;
  }

  private static boolean isSatisfied(SiblingRequirement r) {
    String required = r.requirement().value();
    String version = r.to().version().orElse("");
    if (!isValid(r.to().ecosystem(), version)) {
      return true;
    }
    return SiblingRequirements.admits(r.to().ecosystem(), required, version);
  }

  /** Another rule reports a missing or refused version; this one need not. */
  private static boolean isValid(Ecosystem ecosystem, String version) {
    try {
      return switch (ecosystem) {
        case CARGO -> !version.isEmpty() && SemVer.parse(version) != null;
        case PYPI -> !version.isEmpty() && Pep440Version.parse(version) != null;
        case MAVEN -> !version.isEmpty();
      };
    } catch (InvalidVersionException e) {
      return false;
    }
  }

  private static Problem finding(SiblingRequirement r) {
    String version = r.to().version().orElseThrow();
    return Problem.of(
        Code.REQUIREMENT_UNSATISFIED,
        r.requirement().place(),
        r.from().id()
            + " requires "
            + r.to().name()
            + " `"
            + r.requirement().value()
            + "`, but in this tree it is "
            + version
            + " ("
            + r.to().place()
            + ")",
        "write a requirement that " + version + " satisfies");
  }
}
