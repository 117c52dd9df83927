package io.github.releasesync.next;

import io.github.releasesync.history.CommitSummary;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupRelease;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.Level;
import io.github.releasesync.version.ReleaseVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What would be released next of a group, and why.
 *
 * @param group the group
 * @param of the group whose follower it is that is released alone; empty for a group
 * @param verdict whether there is something
 * @param reason why, as a clause without a full stop
 * @param current the version that its lead has, where that is portable
 * @param last the release that HEAD builds upon, if there is one
 * @param changes what changed since that; empty where there is none, or it cannot be seen
 * @param next the next version; empty where there is none, as the two below
 * @param level the level to give to {@code bump} for it
 * @param tag the name of its tag
 * @param versions what each package would have
 * @param files the files in which versions would be written
 * @param order the packages to publish in the order of publication, those of a step in any; empty
 *     without a next version
 */
public record NextRelease(
    Group group,
    Optional<String> of,
    Verdict verdict,
    String reason,
    Optional<ReleaseVersion> current,
    Optional<GroupRelease> last,
    Optional<CommitSummary> changes,
    Optional<ReleaseVersion> next,
    Optional<Level> level,
    Optional<String> tag,
    List<PackageVersion> versions,
    List<String> files,
    List<List<Package>> order) {

  /** Whether there is something to release. */
  public enum Verdict {
    /** There is. */
    RELEASE,
    /** It has no release tag yet, so what is written would be its first release. */
    FIRST,
    /** The commits since the last release ask for none. */
    NOTHING,
    /** The level that was asked for means nothing here. */
    REFUSED,
    /** It cannot be seen. */
    UNKNOWN;

    /**
     * The word that reports use.
     *
     * @return the lower-case name
     */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A package of the group in the next release.
   *
   * @param member the package
   * @param next its next version as its ecosystem spells it; empty if it stays as it is, because it
   *     does not follow, or its version is nowhere written
   */
  public record PackageVersion(Package member, Optional<String> next) {

    /**
     * Whether something has to be written for it.
     *
     * @return false also if the next version is there already
     */
    public boolean changes() {
      return next.isPresent() && !next.equals(member.version());
    }
  }

  /** The same of a follower of a group. */
  NextRelease of(Group whole) {
    return new NextRelease(
        group,
        Optional.of(whole.name()),
        verdict,
        reason,
        current,
        last,
        changes,
        next,
        level,
        tag,
        versions,
        files,
        order);
  }

  /** The same with the files in which versions would be written. */
  NextRelease in(List<String> paths) {
    return new NextRelease(
        group, of, verdict, reason, current, last, changes, next, level, tag, versions, paths,
        order);
  }

  /**
   * Whether the next version is not yet in every manifest.
   *
   * @return false if all that is left is to tag it
   */
  public boolean needsBump() {
    return versions.stream().anyMatch(PackageVersion::changes);
  }
}
