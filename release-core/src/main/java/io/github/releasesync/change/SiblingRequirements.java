package io.github.releasesync.change;

import io.github.releasesync.problem.Code;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.settings.RuleSpec;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.SiblingRequirement;
import io.github.releasesync.project.workspace.SiblingRequirement.Binding;
import io.github.releasesync.version.CargoRequirement;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.MavenRequirement;
import io.github.releasesync.version.MavenVersion;
import io.github.releasesync.version.Pep440Specifier;
import io.github.releasesync.version.Pep440Version;
import io.github.releasesync.version.PoetryRequirement;
import io.github.releasesync.version.RequirementSyntax;
import io.github.releasesync.version.SemVer;
import io.github.releasesync.version.Upgrade;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The requirements of packages on their siblings, for all ecosystems. */
public final class SiblingRequirements {

  private final Map<Package, Group> groupOf = new HashMap<>();
  private final List<RuleSpec> rules;

  /**
   * The requirements between the packages of groups.
   *
   * @param groups which packages share a version
   * @param rules the configured rules
   */
  public SiblingRequirements(List<Group> groups, List<RuleSpec> rules) {
    groups.forEach(group -> group.members().forEach(p -> groupOf.put(p, group)));
    this.rules = List.copyOf(rules);
  }

  /**
   * Whether a requirement has to admit the version in the tree. A dependency that is not from the
   * tree may be an old release, so only requirements within one group have to there.
   */
  public boolean isBinding(SiblingRequirement r) {
    return r.binding() == Binding.TREE
        || r.from().map(from -> groupOf.get(from) == groupOf.get(r.to())).orElse(true);
  }

  /** Whether it is left alone: it has a hash, or the rule on requirements is off for its file. */
  boolean isLeftAlone(SiblingRequirement r) {
    return r.binding() == Binding.HASHED
        || RuleSpec.isOff(rules, Code.REQUIREMENT_UNSATISFIED, r.requirement().place());
  }

  /** Whether it names a lower release of what may be pinned on purpose. */
  public static boolean isPinnedLower(SiblingRequirement r) {
    return r.binding() == Binding.STATED
        && r.to().version().isPresent()
        && PinnedVersion.isLowerRelease(
            r.syntax(), r.requirement().value(), r.to().version().get());
  }

  /** Whether a requirement admits a version; not if either cannot be understood. */
  public static boolean admits(RequirementSyntax syntax, String requirement, String version) {
    try {
      return switch (syntax) {
        case CARGO -> CargoRequirement.parse(requirement).matches(SemVer.parse(version));
        case PEP440 ->
            Pep440Specifier.parse(requirement).contains(Pep440Version.parse(version), true);
        case POETRY -> PoetryRequirement.parse(requirement).contains(Pep440Version.parse(version));
        case MAVEN -> admits(MavenRequirement.parse(requirement), requirement, version);
      };
    } catch (InvalidVersionException e) {
      return false;
    }
  }

  /** A bare version only recommends, but what is in the tree is taken for no other one. */
  private static boolean admits(MavenRequirement parsed, String requirement, String version) {
    return parsed.recommended().isPresent()
        ? requirement.equals(version)
        : parsed.contains(MavenVersion.parse(version));
  }

  /**
   * The new requirement when the named package moves. Bounds that admit the new version stay: they
   * say with what a package works, which the release of another one does not change.
   *
   * @return the requirement in the style in which it is written, or why it cannot follow
   */
  static Upgrade bumped(RequirementSyntax syntax, String requirement, String version) {
    try {
      if (hasOnlyBounds(syntax, requirement) && admits(syntax, requirement, version)) {
        return new Upgrade.To(requirement);
      }
      return switch (syntax) {
        case CARGO -> CargoRequirement.upgraded(requirement, SemVer.parse(version));
        case PEP440 -> Pep440Specifier.upgraded(requirement, Pep440Version.parse(version));
        case POETRY -> PoetryRequirement.upgraded(requirement, Pep440Version.parse(version));
        case MAVEN -> MavenRequirement.upgraded(requirement, MavenVersion.parse(version));
      };
    } catch (InvalidVersionException e) {
      return new Upgrade.Refused(e.getMessage(), version);
    }
  }

  private static boolean hasOnlyBounds(RequirementSyntax syntax, String requirement) {
    return switch (syntax) {
      case PEP440 -> Pep440Specifier.parse(requirement).hasOnlyBounds();
      case POETRY -> PoetryRequirement.parse(requirement).hasOnlyBounds();
      case CARGO, MAVEN -> false;
    };
  }
}
