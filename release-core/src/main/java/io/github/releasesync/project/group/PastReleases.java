package io.github.releasesync.project.group;

import io.github.releasesync.project.workspace.Package;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The packages as they were at releases that HEAD can reach: at the newest one of every line of
 * tags, as far as they were read. A repository that tags {@code v1.0.0} and {@code helper-v0.3.0}
 * has two lines.
 */
public final class PastReleases {

  private final List<TaggedRelease> newest;
  private final List<TaggedRelease> others;
  private final List<PreviousRelease> previous;
  private final OwnTags own;
  private final Function<String, Optional<TaggedRelease>> predecessor;

  /**
   * The releases that were read.
   *
   * @param newest the newest one of each line of tags, the newest first
   * @param others other releases that were read
   */
  public PastReleases(List<TaggedRelease> newest, List<TaggedRelease> others) {
    this(newest, others, List.of(), new OwnTags(List.of()), commit -> Optional.empty());
  }

  /**
   * The releases that were read, and all tags.
   *
   * @param newest the newest one of each line of tags, the newest first
   * @param others other releases that were read
   * @param tags all tags that count for HEAD, read or not, the newest first
   */
  public PastReleases(
      List<TaggedRelease> newest, List<TaggedRelease> others, List<ReachableTag> tags) {
    this(newest, others, List.of(), new OwnTags(tags), commit -> Optional.empty());
  }

  /**
   * The releases that were read, and all tags.
   *
   * @param newest the newest one of each line of tags, the newest first
   * @param others other releases that were read
   * @param previous the releases before the newest at which packages of today have stayed
   * @param tags all tags that count for HEAD, read or not, the newest first
   * @param predecessor reads the release before one of the newest, given by the id of its commit
   */
  public PastReleases(
      List<TaggedRelease> newest,
      List<TaggedRelease> others,
      List<PreviousRelease> previous,
      List<ReachableTag> tags,
      Function<String, Optional<TaggedRelease>> predecessor) {
    this(newest, others, previous, new OwnTags(tags), predecessor);
  }

  private PastReleases(
      List<TaggedRelease> newest,
      List<TaggedRelease> others,
      List<PreviousRelease> previous,
      OwnTags own,
      Function<String, Optional<TaggedRelease>> predecessor) {
    this.newest = List.copyOf(newest);
    this.others = List.copyOf(others);
    this.previous = List.copyOf(previous);
    this.own = own;
    this.predecessor = predecessor;
  }

  /**
   * The past without releases, or without visible history.
   *
   * @return no release at all
   */
  public static PastReleases none() {
    return new PastReleases(List.of(), List.of());
  }

  /**
   * The same, and more.
   *
   * @param more other releases that were read besides the newest
   * @return for {@link #at} to find; the newest are as before
   */
  public PastReleases and(List<TaggedRelease> more) {
    return new PastReleases(
        newest, Stream.concat(others.stream(), more.stream()).toList(), previous, own, predecessor);
  }

  /**
   * The same before another release.
   *
   * @param release the one that is the newest then
   * @return all of them
   */
  public PastReleases before(TaggedRelease release) {
    return new PastReleases(
        Stream.concat(Stream.of(release), newest.stream()).toList(),
        others,
        List.of(),
        own.before(release),
        predecessor);
  }

  /**
   * Whether no release can be seen.
   *
   * @return true where there is none, or the history is cut off
   */
  public boolean isEmpty() {
    return newest.isEmpty();
  }

  /** The newest release of each line of tags, the newest first. */
  List<TaggedRelease> newest() {
    return newest;
  }

  /**
   * The newest release that a package was part of.
   *
   * @param today a package of today
   * @return the release at which it had the version of a tag; empty if none was read
   */
  public Optional<TaggedRelease> of(Package today) {
    return newest.stream()
        .filter(release -> release.speaksOf(today) && !isOwnSince(release, today))
        .findFirst();
  }

  /** The releases before the newest at which packages of today have stayed. */
  List<PreviousRelease> previous() {
    return previous;
  }

  /**
   * The newest release at which two packages were released together.
   *
   * @param one a package of today
   * @param other another
   * @return empty if there is none, or they did not agree at it
   */
  public Optional<TaggedRelease> together(Package one, Package other) {
    if (areApart(one, other)) {
      return Optional.empty();
    }
    return of(one, other)
        .filter(release -> release.agreed(one, other).orElse(false))
        .or(
            () ->
                previous.stream()
                    .filter(p -> p.isShared(one, other))
                    .map(PreviousRelease::release)
                    .filter(r -> !isOwnSince(r, one) && !isOwnSince(r, other))
                    .findFirst());
  }

  /**
   * Releases before the newest, as far as they were read.
   *
   * @return the newest first
   */
  public List<TaggedRelease> earlier() {
    return others;
  }

  /**
   * Whether tags name a package, so that it is released by itself.
   *
   * @param today a package of today
   * @return true if one does
   */
  public boolean hasOwnLine(Package today) {
    return !own.of(today).isEmpty();
  }

  /**
   * Whether a package has released by itself since a release. A tag that names it without its
   * version released something else.
   */
  boolean isOwnSince(TaggedRelease release, Package today) {
    Optional<ReachableTag> tag = own.since(release, today);
    return tag.isPresent()
        && at(tag.get().commit())
            .flatMap(r -> r.then(today))
            .map(then -> TaggedRelease.hadTheVersionOf(tag.get().release().orElseThrow(), then))
            .orElse(true);
  }

  /** Whether two packages are released by themselves, each under tags of its own. */
  boolean areApart(Package one, Package other) {
    return own.areApart(one, other);
  }

  /**
   * Whether two packages had the same version at a release by chance: one of them had it before,
   * when the other had another.
   */
  boolean metByChance(TaggedRelease release, Package one, Package other) {
    Optional<TaggedRelease> before =
        before(release.commit())
            .filter(b -> b.tag().version().compareTo(release.tag().version()) < 0);
    boolean differed = before.flatMap(b -> b.agreed(one, other)).filter(a -> !a).isPresent();
    return differed && (stayed(before.get(), release, one) || stayed(before.get(), release, other));
  }

  private static boolean stayed(TaggedRelease before, TaggedRelease release, Package p) {
    Optional<String> version = release.then(p).flatMap(Package::version);
    return version.isPresent() && version.equals(before.then(p).flatMap(Package::version));
  }

  /** The release before one of the newest. */
  private Optional<TaggedRelease> before(String commit) {
    return predecessor.apply(commit);
  }

  /** The tags that name packages. */
  OwnTags own() {
    return own;
  }

  /**
   * The release that determines whether two packages belong together.
   *
   * @param one a package of today
   * @param other another
   * @return the newest release that one of them was part of; else that of the whole repository
   */
  public Optional<TaggedRelease> of(Package one, Package other) {
    return newest.stream()
        .filter(release -> release.speaksOf(one) || release.speaksOf(other))
        .filter(release -> !isOwnSince(release, one) && !isOwnSince(release, other))
        .findFirst()
        .or(() -> ofTheRest().filter(rest -> !isOwnSince(rest, one) && !isOwnSince(rest, other)));
  }

  /**
   * The release with the previous version of a package.
   *
   * @param today a package of today
   * @return the newest release that it was part of; else that of the whole repository
   */
  public Optional<TaggedRelease> before(Package today) {
    return of(today, today);
  }

  /**
   * The newest release at which a package had an earlier version than today: the one before the
   * newest where it has the version of that one still.
   *
   * @param today a package of today
   * @return empty if none was read, or it was no release version
   */
  public Optional<TaggedRelease> earlierThan(Package today) {
    Optional<TaggedRelease> newest = before(today);
    boolean released =
        newest
            .filter(release -> release.speaksOf(today))
            .flatMap(release -> release.then(today))
            .filter(then -> then.version().equals(today.version()))
            .isPresent();
    Optional<TaggedRelease> release =
        released && !today.isPlaceholder() ? newest.flatMap(n -> before(n.commit())) : newest;
    return release.filter(r -> r.earlier(today).isPresent());
  }

  /** The release for packages that were part of none: that of the whole repository. */
  Optional<TaggedRelease> ofTheRest() {
    return newest.stream()
        .filter(release -> release.tags().stream().anyMatch(release::isOfAll))
        .findFirst()
        .or(() -> newest.stream().findFirst());
  }

  /**
   * The packages of a commit.
   *
   * @param commit its id in full
   * @return its release, if that was read
   */
  public Optional<TaggedRelease> at(String commit) {
    return Stream.concat(newest.stream(), others.stream())
        .filter(release -> release.commit().equals(commit))
        .findFirst();
  }

  /**
   * Whether earlier tags like a tag released something else: some were read, and no package had the
   * version of one.
   *
   * @param tag a release tag
   * @return false also if no earlier one was read
   */
  public boolean neverStatedBefore(ReleaseTag tag) {
    List<TaggedRelease> earlier =
        Stream.concat(newest.stream(), others.stream())
            .filter(release -> !release.tags().contains(tag))
            .filter(
                release -> release.tags().stream().anyMatch(t -> t.prefix().equals(tag.prefix())))
            .toList();
    return !earlier.isEmpty() && earlier.stream().noneMatch(TaggedRelease::isOfAPackage);
  }

  /**
   * The newest release that had a package, of whatever version.
   *
   * @param today a package of today
   * @return empty if none of the newest had it
   */
  public Optional<TaggedRelease> newestWith(Package today) {
    return newest.stream().filter(release -> release.then(today).isPresent()).findFirst();
  }

  /** Whether a release of a line of tags was read, of whatever it may be. */
  boolean knowsLine(String prefix) {
    return Stream.concat(newest.stream(), others.stream())
        .flatMap(release -> release.tags().stream())
        .anyMatch(tag -> tag.prefix().equals(prefix));
  }

  /**
   * Whether a package was part of the newest release of a line of tags.
   *
   * @return empty if no package was, or the line was not read
   */
  Optional<Boolean> isOfLine(String prefix, List<Package> today) {
    for (TaggedRelease release : newest) {
      for (ReleaseTag tag : release.tags()) {
        if (tag.prefix().equals(prefix) && release.speaksOfSome(tag)) {
          return Optional.of(
              today.stream()
                  .flatMap(p -> release.then(p).stream())
                  .anyMatch(then -> TaggedRelease.hadTheVersionOf(tag, then)));
        }
      }
    }
    return Optional.empty();
  }
}
