package io.github.releasesync.facts;

import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.Tag;
import io.github.releasesync.project.group.ReleaseTag;
import io.github.releasesync.version.ReleaseVersion;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Releases of HEAD's line of development whose tags HEAD cannot reach: they were tagged on a
 * release branch, or on a release commit that was never merged. Such a release counts from where
 * its branch left the history of HEAD.
 */
final class ReleasesBesideHead {

  /** Each candidate costs up to three calls of git. */
  private static final int MOST_ASKED = 6;

  /** The newest, and those that tell whether a package missed it or met the others by chance. */
  private static final int OF_EACH_LINE = 3;

  /** A release branch of another major has more commits of its own than a release needs. */
  private static final int SHORT_BRANCH = 5;

  private final GitRepository repository;
  private final Map<String, Tag> newestReachable = new HashMap<>();
  private final Optional<ReleaseVersion> highestNow;

  private ReleasesBesideHead(
      GitRepository repository, List<Tag> reachable, Optional<ReleaseVersion> highestNow) {
    this.repository = repository;
    this.highestNow = highestNow;
    for (Tag tag : reachable.stream().filter(t -> !repository.isAtHead(t)).toList()) {
      ReleaseTag.of(tag.name())
          .ifPresent(release -> newestReachable.putIfAbsent(release.prefix(), tag));
    }
  }

  /**
   * The names of the tags that count: of each line of tags the newest releases after the newest one
   * that HEAD can reach.
   *
   * @param repository the repository
   * @param all all tags, the newest first
   * @param reachable those that HEAD can reach
   * @param highestNow the highest version of today
   */
  static Set<String> of(
      GitRepository repository,
      List<Tag> all,
      List<Tag> reachable,
      Supplier<Optional<ReleaseVersion>> highestNow) {
    if (repository.head().isEmpty() || all.size() == reachable.size()) {
      return Set.of();
    }
    ReleasesBesideHead search = new ReleasesBesideHead(repository, reachable, highestNow.get());
    Set<String> known = reachable.stream().map(Tag::name).collect(Collectors.toSet());
    Map<String, List<Tag>> lines =
        all.stream()
            .filter(tag -> !known.contains(tag.name()))
            .filter(tag -> ReleaseTag.of(tag.name()).filter(search::isNewer).isPresent())
            .collect(Collectors.groupingBy(tag -> ReleaseTag.of(tag.name()).get().prefix()));
    Set<String> counting = new HashSet<>();
    lines.values().stream()
        .flatMap(line -> line.stream().limit(OF_EACH_LINE))
        .sorted(Comparator.comparing(Tag::created).reversed())
        .limit(MOST_ASKED)
        .filter(search::counts)
        .forEach(tag -> counting.add(tag.name()));
    return counting;
  }

  private boolean isNewer(ReleaseTag tag) {
    Optional<ReleaseVersion> reachable =
        Optional.ofNullable(newestReachable.get(tag.prefix()))
            .flatMap(t -> ReleaseTag.of(t.name()))
            .map(ReleaseTag::version);
    boolean plausible = !tag.version().isPreRelease() || isOfToday(tag.version());
    return plausible
        && !tag.version().isDevelopment()
        && reachable.filter(version -> version.compareTo(tag.version()) >= 0).isEmpty();
  }

  /** Whether the manifests are at this release already, or on the way to it. */
  private boolean isOfToday(ReleaseVersion version) {
    return highestNow.filter(now -> version.compareTo(now.release()) <= 0).isPresent();
  }

  /**
   * A branch that left HEAD's history at the newest release itself is a hotfix of that release, and
   * one that holds HEAD is the future of an older commit.
   */
  private boolean counts(Tag tag) {
    Optional<String> fork = repository.forkPoint(tag.commit());
    if (fork.isEmpty() || fork.equals(repository.head()) || fork.get().equals(tag.commit())) {
      return false;
    }
    Tag before = newestReachable.get(ReleaseTag.of(tag.name()).orElseThrow().prefix());
    boolean later =
        before == null
            || !fork.get().equals(before.commit())
                && repository.isInHistoryOf(before.commit(), fork.get());
    return later
        && (isOfToday(ReleaseTag.of(tag.name()).orElseThrow().version())
            || repository.ahead(tag.commit()) <= SHORT_BRANCH);
  }
}
