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
 * The next release of a group, or of a follower that is released without it, and why.
 *
 * @param groups the groups of the repository as they count for it: followers that stay, or are
 *     released on their own, are groups by themselves
 * @param tags the group and its release tags
 * @param of the group whose separate follower it is; empty for a group
 * @param verdict whether there is something to release
 * @param reason why, as a clause without a full stop
 * @param current the version that is written, where that is portable: of the lead, or of a
 *     Python-only fix that is ahead of it
 * @param changes what changed since the last release; empty where there is none, or it cannot be
 *     seen
 * @param next the next version; empty where there is none, as the level
 * @param level the level to give to {@code bump} for it
 * @param versions what each package would have
 * @param files the files in which versions would be written
 * @param order the packages to publish in the order of publication, those of a step in any; empty
 *     without a next version
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

  /**
   * The group that is released.
   *
   * @return the group; for a separate follower, the one that it is by itself
   */
  public Group group() {
    return tags.group();
  }

  /**
   * The release that HEAD builds upon.
   *
   * @return empty if there is none
   */
  public Optional<GroupRelease> last() {
    return tags.last();
  }

  /**
   * The name of its tag.
   *
   * @return empty without a next version
   */
  public Optional<String> tag() {
    return next.map(tags::nameOf);
  }

  /**
   * The version of a release that is to be made.
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
   * @return the version; for a separate follower, its name before it
   */
  public String name() {
    return isSeparate() ? group().name() + " " + version().text() : version().text();
  }

  /**
   * The texts that state the next version.
   *
   * @return the packages that move, with their texts
   */
  public TargetVersions targets() {
    return TargetVersions.toBump(group(), version());
  }

  /**
   * The texts that state the next versions of this release and of others that it causes.
   *
   * @param dependents the other releases
   * @return the packages that move, with their texts
   */
  public TargetVersions targets(List<NextRelease> dependents) {
    TargetVersions all = targets();
    dependents.forEach(dependent -> all.addAll(dependent.targets()));
    return all;
  }

  /** The same of a follower of a group. */
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

  /** The same among other groups. */
  NextRelease among(List<Group> others) {
    return new NextRelease(
        others, tags, of, verdict, reason, current, changes, next, level, versions, files, order);
  }

  /** The same by another level, which comes to the same version. */
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

  /** The same with the files in which versions would be written. */
  NextRelease in(List<String> paths) {
    return new NextRelease(
        groups, tags, of, verdict, reason, current, changes, next, level, versions, paths, order);
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
