package io.github.releasesync.next;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupRelease;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Level;
import io.github.releasesync.version.Mapping;
import io.github.releasesync.version.NextVersion;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.SemVer;
import io.github.releasesync.version.VersionMapping;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The versions of a group: the written one, the released ones, and the next one by a level.
 *
 * @param current the written version, if it is portable; a Python-only fix may be ahead of the
 *     lead, and then the next version follows it
 * @param released the releases that HEAD can reach
 * @param tagged the versions of all tags, whether HEAD can reach them or not
 */
record VersionLine(
    Optional<ReleaseVersion> current, List<ReleaseVersion> released, Set<ReleaseVersion> tagged) {

  static VersionLine of(GroupTags tags, List<String> tagNames) {
    Group group = tags.group();
    return new VersionLine(
        written(group).map(lead -> withPost(group, lead)),
        tags.releases().stream().map(GroupRelease::version).toList(),
        tagNames.stream()
            .flatMap(name -> tags.format().version(name, group).stream())
            .collect(Collectors.toSet()));
  }

  /**
   * The version that is written. A group of crates may have one that only Cargo has, such as {@code
   * 1.0.0-rc1} or one with build metadata: it goes on from the nearest portable one.
   */
  private static Optional<ReleaseVersion> written(Group group) {
    Package lead = group.lead();
    return lead.release()
        .or(
            () ->
                group.members().stream().allMatch(p -> p.ecosystem() == Ecosystem.CARGO)
                    ? ofCargo(lead)
                    : Optional.empty());
  }

  private static Optional<ReleaseVersion> ofCargo(Package lead) {
    return semVer(lead)
        .map(VersionMapping::of)
        .filter(Mapping.Refused.class::isInstance)
        .flatMap(refused -> VersionMapping.readAny(((Mapping.Refused) refused).writeInstead()));
  }

  private static Optional<SemVer> semVer(Package lead) {
    try {
      return lead.version().map(SemVer::parse);
    } catch (InvalidVersionException e) {
      return Optional.empty();
    }
  }

  /**
   * Why a version cannot follow one that only Cargo has: it would sort below it.
   *
   * @param lead the package that states the version
   * @param next what a level makes of it
   * @return empty if it can
   */
  static Optional<NextVersion.Refused> below(Package lead, ReleaseVersion next) {
    if (lead.release().isPresent() || lead.ecosystem() != Ecosystem.CARGO) {
      return Optional.empty();
    }
    String text = VersionMapping.spell(next, Ecosystem.CARGO);
    return semVer(lead)
        .filter(written -> SemVer.parse(text).comparePrecedence(written) < 0)
        .map(
            written ->
                new NextVersion.Refused(
                    text + " sorts below " + written + ", and a version never goes back",
                    Level.Word.RELEASE.toString()));
  }

  private static ReleaseVersion withPost(Group group, ReleaseVersion lead) {
    return group.members().stream()
        .flatMap(member -> member.release().stream())
        .filter(release -> release.post().isPresent() && release.mapsExactly(lead))
        .max(Comparator.naturalOrder())
        .orElse(lead);
  }

  /**
   * The next version by a level. It is never one that is released, on this or another branch.
   *
   * @param level a level that is not automatic
   * @param from the version
   */
  NextVersion next(Level level, ReleaseVersion from) {
    return level.next(from, released, tagged);
  }

  /**
   * Makes sure that a package has a version to bump.
   *
   * @param group the group whose lead states it
   * @throws ReleaseException with {@link Code#NOT_PORTABLE} if there is none
   */
  static void requireVersion(Group group) {
    Package lead = group.lead();
    if (written(group).isEmpty()) {
      throw ReleaseException.of(
          Code.NOT_PORTABLE,
          lead.place(),
          lead.id()
              + " has no version that could be bumped: "
              + lead.version().orElse("none is written"),
          "write a version such as 0.1.0 there");
    }
  }
}
