package io.github.releasesync.project.group;

import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.ReleaseVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The release tags that name a package, such as {@code engine-core-v1.2.0}: its own line. A package
 * with a line of its own is not bound by an older release of others.
 */
final class OwnTags {

  private final Map<String, List<ReachableTag>> byName = new HashMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final List<ReleaseTag> atHead;
  private final TagLines lines;

  /**
   * The tags that name something.
   *
   * @param tags all tags that count for HEAD, the newest first
   */
  OwnTags(List<ReachableTag> tags) {
    this.atHead =
        tags.stream().filter(ReachableTag::atHead).flatMap(tag -> tag.release().stream()).toList();
    for (ReachableTag tag : tags) {
      places.putIfAbsent(tag.name(), places.size());
      tag.release()
          .flatMap(ReleaseTag::named)
          .ifPresent(name -> byName.computeIfAbsent(name, n -> new ArrayList<>()).add(tag));
    }
    this.lines = new TagLines(tags);
  }

  /**
   * Whether two packages are released by themselves, each under tags of its own.
   *
   * @param one a package of today
   * @param other another
   * @return false if one of them has no tags of its own, or their tags are made together
   */
  boolean areApart(Package one, Package other) {
    return lines.areApart(one, of(one), other, of(other));
  }

  /** The same before another release, whose tags are the newest then: nobody has a line since. */
  OwnTags before(TaggedRelease release) {
    return release.tags().stream().allMatch(tag -> places.containsKey(tag.name()))
        ? this
        : new OwnTags(List.of());
  }

  /** The release tags of the commit that is checked out. */
  List<ReleaseTag> atHead() {
    return atHead;
  }

  /** The tags of a package's own line, the newest first; none for a Maven artifact. */
  List<ReachableTag> of(Package p) {
    return p.ecosystem() == Ecosystem.MAVEN
        ? List.of()
        : byName.getOrDefault(ReleaseTag.separatorsAlike(p.name()), List.of());
  }

  /** The versions of a package's own line. */
  Set<ReleaseVersion> versions(Package p) {
    return of(p).stream()
        .flatMap(tag -> tag.release().stream())
        .map(ReleaseTag::version)
        .collect(Collectors.toSet());
  }

  /** The newest tag of a package's own line before HEAD, or at it. */
  Optional<ReachableTag> newest(Package p) {
    List<ReachableTag> tags = of(p);
    return tags.stream()
        .filter(tag -> !tag.atHead())
        .findFirst()
        .or(() -> tags.stream().findFirst());
  }

  /**
   * The newest tag with which a package has released by itself since a release: of another line
   * than that release and another commit, and newer or of a higher version than the package had
   * then.
   */
  Optional<ReachableTag> since(TaggedRelease release, Package today) {
    return of(today).stream()
        .filter(tag -> !isOfTheLineOf(release, tag))
        .findFirst()
        .filter(tag -> !tag.commit().equals(release.commit()))
        .filter(tag -> isLater(tag, release, today));
  }

  private static boolean isOfTheLineOf(TaggedRelease release, ReachableTag tag) {
    String prefix = tag.release().orElseThrow().prefix();
    return release.tags().stream().anyMatch(t -> t.prefix().equals(prefix));
  }

  private boolean isLater(ReachableTag newest, TaggedRelease release, Package today) {
    boolean later =
        release.tags().stream().allMatch(tag -> place(newest.name()) < place(tag.name()));
    Optional<ReleaseVersion> then = release.then(today).flatMap(Package::release);
    ReleaseVersion own = newest.release().orElseThrow().version();
    return later || then.filter(version -> own.compareTo(version) > 0).isPresent();
  }

  private int place(String tag) {
    return places.getOrDefault(tag, -1);
  }
}
