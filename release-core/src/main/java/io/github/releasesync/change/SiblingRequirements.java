package io.github.releasesync.change;

import io.github.releasesync.version.CargoRequirement;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.MavenRequirement;
import io.github.releasesync.version.MavenVersion;
import io.github.releasesync.version.Pep440Specifier;
import io.github.releasesync.version.Pep440Version;
import io.github.releasesync.version.SemVer;
import io.github.releasesync.version.Upgrade;

/** The requirements of packages on their siblings, for all ecosystems. */
public final class SiblingRequirements {

  private SiblingRequirements() {}

  /** Whether a requirement admits a version; not if either cannot be understood. */
  public static boolean admits(Ecosystem ecosystem, String requirement, String version) {
    try {
      return switch (ecosystem) {
        case CARGO -> CargoRequirement.parse(requirement).matches(SemVer.parse(version));
        case PYPI ->
            Pep440Specifier.parse(requirement).contains(Pep440Version.parse(version), true);
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
   * The new requirement when the named package moves.
   *
   * @return the requirement in the style in which it is written, or why it cannot follow
   */
  static Upgrade bumped(Ecosystem ecosystem, String requirement, String version) {
    try {
      return switch (ecosystem) {
        case CARGO -> CargoRequirement.upgraded(requirement, SemVer.parse(version));
        case PYPI -> Pep440Specifier.upgraded(requirement, Pep440Version.parse(version));
        case MAVEN -> MavenRequirement.upgraded(requirement, MavenVersion.parse(version));
      };
    } catch (InvalidVersionException e) {
      return new Upgrade.Refused(e.getMessage(), version);
    }
  }
}
