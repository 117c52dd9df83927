package io.github.releasesync.check;

import io.github.releasesync.change.SiblingRequirements;
import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.SiblingRequirement;
import io.github.releasesync.project.workspace.SiblingRequirement.Binding;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Pep440Version;
import io.github.releasesync.version.SemVer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Requirements on a sibling that the sibling, as it is in the tree, does not satisfy. */
final class RequirementRule implements Rule {

  @Override
  public List<Problem> findings(Snapshot snapshot, List<Group> groups) {
    SiblingRequirements siblings = new SiblingRequirements(groups, List.of());
    List<Problem> findings = new ArrayList<>();
    Set<Place> seen = new HashSet<>();
    for (SiblingRequirement r : snapshot.workspace().requirements()) {
      if (siblings.isBinding(r) && !isSatisfied(r) && seen.add(r.requirement().place())) {
        findings.add(
            r.binding() == Binding.HASHED
                ? hashed(r)
                : SiblingRequirements.isPinnedLower(r) ? pinned(r) : finding(r));
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
    return SiblingRequirements.admits(r.syntax(), required, version);
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

  /** It may be pinned on purpose, to be compared with what was released, say. */
  private static Problem pinned(SiblingRequirement r) {
    String version = r.to().version().orElseThrow();
    return new Problem(
        Code.REQUIREMENT_UNSATISFIED,
        Severity.INFO,
        r.requirement().place(),
        requires(r) + ", a lower release than " + version + " (" + r.to().place() + ")",
        "nothing to do if it is meant; write " + version + " if it was forgotten");
  }

  /** The hash is that of the files of a release, and those of the next one are not made yet. */
  static Problem hashed(SiblingRequirement r) {
    String version = r.to().version().orElse("unknown");
    return new Problem(
        Code.REQUIREMENT_UNSATISFIED,
        Severity.INFO,
        r.requirement().place(),
        requires(r) + " by a hash, and in this tree it is " + version + " (" + r.to().place() + ")",
        "when " + version + " is released, let the tool that wrote the hash write it again");
  }

  private static Problem finding(SiblingRequirement r) {
    String version = r.to().version().orElseThrow();
    return Problem.of(
        Code.REQUIREMENT_UNSATISFIED,
        r.requirement().place(),
        requires(r) + ", but in this tree it is " + version + " (" + r.to().place() + ")",
        "write a requirement that " + version + " satisfies");
  }

  private static String requires(SiblingRequirement r) {
    return r.from().map(Package::id).orElse("this file")
        + " requires "
        + r.to().name()
        + " `"
        + r.requirement().value()
        + "`";
  }
}
