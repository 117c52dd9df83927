package io.github.releasesync.next;

import io.github.releasesync.change.TargetVersions;
import io.github.releasesync.next.NextRelease.PackageVersion;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.Policy;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.VersionMapping;
import java.util.List;
import java.util.Optional;

/** What the packages of a group have at its next version. */
final class PackageVersions {

  private PackageVersions() {}

  static List<PackageVersion> of(Group group, ReleaseVersion next) {
    return group.members().stream()
        .map(
            member ->
                new PackageVersion(
                    member,
                    Optional.of(member)
                        .filter(m -> m.version().isPresent() && follows(group, m, next))
                        .map(m -> VersionMapping.spell(next, m.ecosystem()))))
        .toList();
  }

  private static boolean follows(Group group, Package member, ReleaseVersion next) {
    if (next.post().isPresent() && member.ecosystem() != Ecosystem.PYPI) {
      return false;
    }
    if (member.equals(group.lead()) || group.policy() == Policy.EXACT) {
      return true;
    }
    return group.policy() == Policy.MAJOR_MINOR && !TargetVersions.staysInMinor(member, next);
  }
}
