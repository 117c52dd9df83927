package io.github.releasesync.check;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.facts.SupersededVersions;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupRelease;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.VersionMapping;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A version that is behind a release of its own series. Where that release was made on a branch,
 * the version may follow with the next merge.
 */
public final class BelowReleaseRule implements Rule {

  @Override
  public List<Problem> findings(Snapshot snapshot, List<Group> groups) {
    List<Problem> findings = new ArrayList<>();
    for (GroupTags tags : snapshot.tagsOf(groups)) {
      SupersededVersions.highestAbove(tags)
          .filter(release -> wasWritten(snapshot, tags.group(), release))
          .map(release -> below(tags.group().lead(), release))
          .ifPresent(findings::add);
    }
    return findings;
  }

  /** Where manifests get their version only while publishing, they are always behind. */
  private static boolean wasWritten(Snapshot snapshot, Group group, GroupRelease release) {
    return snapshot
        .past()
        .at(release.tag().commit())
        .filter(
            then ->
                group.members().stream()
                    .flatMap(p -> then.then(p).flatMap(Package::release).stream())
                    .anyMatch(release.version()::mapsExactly))
        .isPresent();
  }

  private static Problem below(Package lead, GroupRelease release) {
    boolean beside = release.tag().beside();
    return new Problem(
        Code.VERSION_BELOW_RELEASE,
        beside ? Severity.WARNING : Severity.ERROR,
        lead.place(),
        lead.id()
            + " is "
            + lead.version().orElse("")
            + ", but "
            + VersionMapping.spell(release.version(), lead.ecosystem())
            + " was released before: "
            + release.tag().name()
            + (beside ? " is tagged on a branch that left HEAD" : " is in the history of HEAD"),
        "write a higher version there, such as "
            + VersionMapping.spell(next(release.version()), lead.ecosystem()));
  }

  private static ReleaseVersion next(ReleaseVersion released) {
    return released
        .number()
        .map(number -> released.preRelease(released.stage(), number.add(BigInteger.ONE)))
        .orElseGet(
            () ->
                ReleaseVersion.of(
                    released.major(), released.minor(), released.patch().add(BigInteger.ONE)));
  }
}
