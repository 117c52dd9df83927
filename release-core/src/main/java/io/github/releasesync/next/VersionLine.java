package io.github.releasesync.next;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupRelease;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.Level;
import io.github.releasesync.version.NextVersion;
import io.github.releasesync.version.ReleaseVersion;
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
        group.lead().release().map(lead -> withPost(group, lead)),
        tags.releases().stream().map(GroupRelease::version).toList(),
        tagNames.stream()
            .flatMap(name -> tags.format().version(name, group).stream())
            .collect(Collectors.toSet()));
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
   * @param lead the package that states it
   * @throws ReleaseException with {@link Code#NOT_PORTABLE} if it has none
   */
  static void requireVersion(Package lead) {
    if (lead.release().isEmpty()) {
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
