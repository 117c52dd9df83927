package io.github.releasesync.check;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.TaggedRelease;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.ReleaseVersion;
import java.util.List;
import java.util.Optional;

/**
 * A package that shared a release with a group, missed the next ones, and still has that version.
 * It may have a line of its own since, so it is only named.
 */
final class LeftBehindRule implements Rule {

  @Override
  public List<Problem> findings(Snapshot snapshot, List<Group> groups) {
    return groups.stream()
        .filter(Group::inferred)
        .flatMap(group -> group.members().stream())
        .flatMap(p -> leftBehind(snapshot, groups, p).stream())
        .toList();
  }

  private static Optional<Problem> leftBehind(Snapshot snapshot, List<Group> groups, Package p) {
    if (p.release().isEmpty() || p.isPlaceholder()) {
      return Optional.empty();
    }
    return snapshot.past().earlier().stream()
        .filter(release -> !snapshot.past().hasOwnLine(p))
        .filter(release -> snapshot.past().of(p).isEmpty())
        .filter(release -> release.speaksOf(p) && isUnchanged(release, p))
        .flatMap(
            release ->
                groups.stream()
                    .filter(group -> group.inferred() && !group.members().contains(p))
                    .map(Group::lead)
                    .filter(lead -> release.agreed(p, lead).orElse(false) && isAhead(lead, p))
                    .map(lead -> problem(release, p, lead)))
        .findFirst();
  }

  private static boolean isUnchanged(TaggedRelease release, Package p) {
    return release
        .then(p)
        .flatMap(Package::release)
        .filter(then -> then.mapsExactly(p.release().orElseThrow()))
        .isPresent();
  }

  private static boolean isAhead(Package lead, Package p) {
    ReleaseVersion version = p.release().orElseThrow();
    return lead.release().filter(now -> now.compareTo(version) > 0).isPresent();
  }

  private static Problem problem(TaggedRelease release, Package p, Package lead) {
    return Problem.of(
        Code.LEFT_BEHIND,
        p.place(),
        "%s is %s, as %s was at %s; it has not moved since, and %s is %s"
            .formatted(
                p.id(),
                p.version().orElse(""),
                lead.id(),
                release.tag().name(),
                lead.name(),
                lead.version().orElse("")),
        "configure <groups> if they should be released together");
  }
}
