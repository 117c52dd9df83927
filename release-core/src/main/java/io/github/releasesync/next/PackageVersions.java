package io.github.releasesync.next;

import io.github.releasesync.next.NextRelease.PackageVersion;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.VersionMapping;
import java.util.List;
import java.util.Optional;

/** The versions of the packages of a group at its next version. */
final class PackageVersions {

  private PackageVersions() {}

  static List<PackageVersion> of(Group group, ReleaseVersion next) {
    return group.members().stream()
        .map(
            member ->
                new PackageVersion(
                    member,
                    Optional.of(member)
                        .filter(m -> m.version().isPresent() && moves(group, m, next))
                        .map(m -> VersionMapping.spell(next, m.ecosystem()))))
        .toList();
  }

  private static boolean moves(Group group, Package member, ReleaseVersion next) {
    return group.policy().moves(group.lead(), member, next);
  }
}
