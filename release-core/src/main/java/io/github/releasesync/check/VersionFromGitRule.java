package io.github.releasesync.check;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.ReleaseTag;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.VersionSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Packages of no group, because their version is that of a tag. */
final class VersionFromGitRule implements Rule {

  @Override
  public List<Problem> findings(Snapshot snapshot, List<Group> groups) {
    Set<Package> grouped = new HashSet<>();
    groups.forEach(group -> grouped.addAll(group.members()));
    return snapshot.workspace().packages().stream()
        .filter(p -> p.source() == VersionSource.GIT && !grouped.contains(p))
        .map(p -> named(p, tagOf(snapshot, p)))
        .toList();
  }

  /** The release tag at HEAD that is its version, whatever the version of others. */
  private static Optional<ReleaseTag> tagOf(Snapshot snapshot, Package p) {
    return snapshot.tagsAtHead().stream()
        .filter(tag -> tag.names(p) || tag.namesNothing())
        .findFirst();
  }

  private static Problem named(Package p, Optional<ReleaseTag> tag) {
    String now =
        tag.map(t -> "; at this commit it is " + t.version() + ", from " + t.name()).orElse("");
    return Problem.of(
        Code.VERSION_FROM_GIT,
        Place.of(p.manifest()),
        p.id() + " takes its version from the tags of git, so no file states it" + now,
        "nothing to do; to keep it in a group with others, write the version into a file");
  }
}
