package io.github.releasesync.check;

import io.github.releasesync.changelog.Changelog;
import io.github.releasesync.changelog.ChangelogSection;
import io.github.releasesync.facts.ChangelogFiles;
import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupRelease;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.VersionMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A release without an entry in an existing changelog. */
final class ChangelogRule implements Rule {

  /** One release alone is no custom. */
  private static final int FEWEST_ENTRIES = 2;

  @Override
  public List<Problem> findings(Snapshot snapshot, List<Group> groups) {
    if (snapshot.changelogs().isEmpty()) {
      return List.of();
    }
    List<Problem> findings = new ArrayList<>();
    for (GroupTags tags : snapshot.tagsOf(groups)) {
      List<Changelog> changelogs =
          snapshot.changelogs().stream()
              .filter(changelog -> ChangelogFiles.isFor(changelog, tags.group().lead()))
              .toList();
      tags.atHead().flatMap(release -> missing(release, tags, changelogs)).ifPresent(findings::add);
    }
    return findings;
  }

  private static Optional<Problem> missing(
      GroupRelease release, GroupTags tags, List<Changelog> changelogs) {
    ReleaseVersion version = release.version();
    if (changelogs.stream().anyMatch(changelog -> changelog.section(version).isPresent())) {
      return Optional.empty();
    }
    List<ReleaseVersion> before = before(version, tags);
    return changelogs.stream()
        .filter(changelog -> isKept(changelog, version, before))
        .findFirst()
        .map(changelog -> problem(changelog, release, before.get(0), tags.group().lead()));
  }

  /** The releases that have an entry if this one is to have one: no pre-releases of a release. */
  private static List<ReleaseVersion> before(ReleaseVersion version, GroupTags tags) {
    return tags.earlier().stream()
        .map(GroupRelease::version)
        .filter(v -> !v.equals(version) && !v.isDevelopment())
        .filter(v -> version.isPreRelease() || !v.isPreRelease())
        .filter(v -> version.post().isPresent() || v.post().isEmpty())
        .distinct()
        .toList();
  }

  /**
   * Whether it has entries for the previous release, for another one, and for one of the same kind.
   */
  private static boolean isKept(
      Changelog changelog, ReleaseVersion version, List<ReleaseVersion> before) {
    List<ReleaseVersion> listed =
        before.stream().filter(v -> changelog.section(v).isPresent()).toList();
    return listed.size() >= FEWEST_ENTRIES
        && listed.get(0).equals(before.get(0))
        && listed.stream()
            .anyMatch(
                v ->
                    v.isPreRelease() == version.isPreRelease()
                        && v.post().isPresent() == version.post().isPresent());
  }

  private static Problem problem(
      Changelog changelog, GroupRelease release, ReleaseVersion previous, Package lead) {
    boolean unreleased = changelog.unreleased().filter(s -> hasText(changelog, s)).isPresent();
    return Problem.of(
        Code.CHANGELOG_ENTRY_MISSING,
        changelog.section(previous).orElseThrow().heading().place(),
        "this commit is tagged "
            + release.tag().name()
            + ", but the changelog has no entry for it; the release before, "
            + VersionMapping.spell(previous, lead.ecosystem())
            + ", has one",
        (unreleased
                ? "give what is under Unreleased the heading of "
                : "write above it the entry of ")
            + VersionMapping.spell(release.version(), lead.ecosystem())
            + "; if the tag is public, in the next commit");
  }

  private static boolean hasText(Changelog changelog, ChangelogSection section) {
    return !changelog.text().content().substring(section.bodyStart(), section.bodyEnd()).isBlank();
  }
}
