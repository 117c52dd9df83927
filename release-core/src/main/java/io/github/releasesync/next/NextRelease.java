package io.github.releasesync.next;

import io.github.releasesync.change.TargetVersions;
import io.github.releasesync.history.CommitSummary;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupRelease;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.Level;
import io.github.releasesync.version.ReleaseVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The next release of a group, or of a follower that is released without it, with the reason.
 *
 * @param groups the groups of the repository from the view of this release: followers that keep
 *     their version or are released on their own form their own groups
 * @param tags the group and its release tags
 * @param of the group whose separate follower it is; empty for a group
 * @param verdict whether there is something to release
 * @param reason the reason, as a clause without a full stop
 * @param current the written version, if it is portable: of the lead, or of a Python-only fix that
 *     is ahead of it
 * @param changes the changes since the last release; empty if there is none, or it cannot be seen
 * @param next the next version; empty if there is none
 * @param level the level for {@code bump} that leads to it; empty without a next version
 * @param versions the next version of each package
 * @param files the files with versions to write
 * @param order the steps of publication, each with packages in any order; empty without a next
 *     version
 */
public record NextRelease(
    List<Group> groups,
    GroupTags tags,
    Optional<String> of,
    Verdict verdict,
    String reason,
    Optional<ReleaseVersion> current,
    Optional<CommitSummary> changes,
    Optional<ReleaseVersion> next,
    Optional<Level> level,
    List<PackageVersion> versions,
    List<String> files,
    List<List<Package>> order) {

  /** Whether there is something to release. */
  public enum Verdict {
    /** There is a release. */
    RELEASE,
    /** It has no release tag yet, so the written version would be its first release. */
    FIRST,
    /** The commits since the last release require none. */
    NOTHING,
    /** The requested level does not apply. */
    REFUSED,
    /** The answer is unknown. */
    UNKNOWN;

    /**
     * The identifier in reports.
     *
     * @return the lower-case name
     */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A package of the group in the next release.
   *
   * @param member the package
   * @param next its next version in the notation of its ecosystem; empty if it keeps its version,
   *     or no file states its version
   */
  public record PackageVersion(Package member, Optional<String> next) {

    /**
     * Whether a file must change for it.
     *
     * @return false also if the next version is already written
     */
    public boolean changes() {
      return next.isPresent() && !next.equals(member.version());
    }
  }

  /**
   * The released group.
   *
   * @return the group; for a separate follower, its own group
   */
  public Group group() {
    return tags.group();
  }

  /**
   * The last release that HEAD contains.
   *
   * @return the release; empty if there is none
   */
  public Optional<GroupRelease> last() {
    return tags.last();
  }

  /**
   * The name of its tag.
   *
   * @return the tag; empty without a next version
   */
  public Optional<String> tag() {
    return next.map(tags::nameOf);
  }

  /**
   * The version of the next release.
   *
   * @return the next version
   * @throws java.util.NoSuchElementException if there is none
   */
  public ReleaseVersion version() {
    return next.orElseThrow();
  }

  /**
   * Whether it is the release of a follower without its group.
   *
   * @return false for a group
   */
  public boolean isSeparate() {
    return of.isPresent();
  }

  /**
   * The version, distinct from other releases of the same number.
   *
   * @return the version; for a separate follower, after its name
   */
  public String name() {
    return isSeparate() ? group().name() + " " + version().text() : version().text();
  }

  /**
   * The texts that state the next version.
   *
   * @return the changing packages, with their texts
   */
  public TargetVersions targets() {
    return TargetVersions.toBump(group(), version());
  }

  /**
   * The texts that state the next versions of this release and of others that it causes.
   *
   * @param dependents the other releases
   * @return the changing packages, with their texts
   */
  public TargetVersions targets(List<NextRelease> dependents) {
    TargetVersions all = targets();
    dependents.forEach(dependent -> all.addAll(dependent.targets()));
    return all;
  }

  /** This release as one of a follower of a group. */
  NextRelease of(Group whole) {
    return new NextRelease(
        groups,
        tags,
        Optional.of(whole.name()),
        verdict,
        reason,
        current,
        changes,
        next,
        level,
        versions,
        files,
        order);
  }

  /** This release among other groups. */
  NextRelease among(List<Group> others) {
    return new NextRelease(
        others, tags, of, verdict, reason, current, changes, next, level, versions, files, order);
  }

  /** This release with another level that leads to the same version. */
  NextRelease by(Level given) {
    return new NextRelease(
        groups,
        tags,
        of,
        verdict,
        reason,
        current,
        changes,
        next,
        Optional.of(given),
        versions,
        files,
        order);
  }

  /** This release with the files that change. */
  NextRelease in(List<String> paths) {
    return new NextRelease(
        groups, tags, of, verdict, reason, current, changes, next, level, versions, paths, order);
  }

  /**
   * Whether the next version is not yet in every manifest.
   *
   * @return false if only the tag is missing
   */
  public boolean needsBump() {
    return versions.stream().anyMatch(PackageVersion::changes);
  }
}
