package io.github.releasesync.change;

import io.github.releasesync.copies.CopyPattern;
import io.github.releasesync.copies.PackageName;
import io.github.releasesync.copies.VersionCopies;
import io.github.releasesync.copies.VersionCopy;
import io.github.releasesync.facts.CopyFiles;
import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.settings.CopySpec;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.version.Ecosystem;
import java.util.List;
import java.util.Optional;

/** The versions that configured files state, and those that differ from their group's. */
public final class ConfiguredCopies {

  private ConfiguredCopies() {}

  /** Without packages there is no version, which is a finding of its own. */
  public static List<CopyFiles.Named> configured(Snapshot snapshot, List<Group> groups) {
    return groups.isEmpty() ? List.of() : snapshot.copies().named();
  }

  /**
   * The configured places that state another version than their group's.
   *
   * @param snapshot the facts
   * @param groups the groups
   * @return the edits
   * @throws io.github.releasesync.problem.ReleaseException if it is not clear which group is meant
   */
  public static List<DifferingCopy> differing(Snapshot snapshot, List<Group> groups) {
    return configured(snapshot, groups).stream()
        .flatMap(named -> differing(snapshot, named, named.spec().of(groups)).stream())
        .toList();
  }

  public static List<DifferingCopy> differing(
      Snapshot snapshot, CopyFiles.Named named, Group group) {
    GroupVersion version = new GroupVersion(group, snapshot.memory());
    Optional<Ecosystem> spelling = named.spec().pattern().flatMap(CopyPattern::spelling);
    return named.files().stream()
        .flatMap(file -> copies(named.spec(), file, group).stream())
        .filter(copy -> version.isKnown() && !version.isStatedBy(copy, spelling))
        .map(copy -> new DifferingCopy(copy, group.lead(), copy.written(version.expected(copy))))
        .toList();
  }

  public static List<VersionCopy> copies(CopySpec spec, SourceText file, Group group) {
    List<PackageName> names = GroupVersion.names(group);
    return spec.pattern()
        .map(pattern -> VersionCopies.find(file, names, pattern))
        .orElseGet(() -> VersionCopies.find(file, names));
  }
}
