package io.github.releasesync.next;

import io.github.releasesync.change.TargetVersions;
import io.github.releasesync.change.VersionEdits;
import io.github.releasesync.facts.Unreleased;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.group.SeparateFollower;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The next releases of a repository.
 *
 * @param level the requested level, the same for every group
 * @param releases one for each group that publishes a package, and for each follower with a release
 *     of its own
 * @param unpublished the number of groups that publish nothing and are left out
 * @param problems limitations and problems of the level, the worst first
 */
public record NextReleases(
    Level level, List<NextRelease> releases, int unpublished, List<Problem> problems) {

  /**
   * Finds the next releases. Locks may be read for it; nothing is written.
   *
   * @param unreleased the facts
   * @param level the level; {@code auto} for the level that the commits require
   * @return the releases
   */
  public static NextReleases of(Unreleased unreleased, Level level) {
    List<NextRelease> releases = new ArrayList<>();
    List<Problem> problems = new ArrayList<>(unreleased.problems());
    int unpublished = 0;
    for (GroupTags tags : unreleased.groups()) {
      if (publishes(tags.group())) {
        NextRelease release = find(unreleased, tags, level, problems);
        releases.add(release);
        releases.addAll(followers(unreleased, release, level));
      } else {
        unpublished++;
      }
    }
    boolean answered = releases.stream().anyMatch(r -> r.verdict() == NextRelease.Verdict.RELEASE);
    return new NextReleases(
        level,
        releases.stream().map(release -> release.in(files(unreleased, release))).toList(),
        unpublished,
        problems.stream()
            .map(p -> answered ? NextReleaseFinder.onlyOfOneGroup(p) : p)
            .sorted(Comparator.comparing(Problem::severity).thenComparing(Problem::place))
            .toList());
  }

  /**
   * These releases with further problems.
   *
   * @param more the problems
   * @return the releases with all problems, the worst first
   */
  public NextReleases and(List<Problem> more) {
    List<Problem> all = new ArrayList<>(problems);
    all.addAll(more);
    all.sort(Comparator.comparing(Problem::severity).thenComparing(Problem::place));
    return new NextReleases(level, releases, unpublished, List.copyOf(all));
  }

  /** The next release of a group; changes in followers that keep their version do not count. */
  private static NextRelease find(
      Unreleased unreleased, GroupTags tags, Level level, List<Problem> problems) {
    Group group = tags.group();
    NextReleaseFinder whole = new NextReleaseFinder(unreleased, tags, group, level);
    NextRelease release = whole.find();
    boolean stays = release.versions().stream().anyMatch(v -> v.next().isEmpty());
    if (level != Level.Word.AUTO || group.core().equals(group) || !stays) {
      problems.addAll(whole.problems());
      return release;
    }
    NextReleaseFinder core = new NextReleaseFinder(unreleased, tags, group.core(), level);
    NextRelease ofCore = core.find();
    problems.addAll(core.problems());
    return ofCore;
  }

  /** The followers that their group's release leaves out and that have changes to release. */
  private static List<NextRelease> followers(
      Unreleased unreleased, NextRelease ofGroup, Level level) {
    if (level != Level.Word.AUTO) {
      return List.of();
    }
    List<NextRelease> releases = new ArrayList<>();
    for (Unreleased.Follower f : unreleased.followers()) {
      SeparateFollower follower = f.follower();
      boolean stays =
          follower.group().equals(ofGroup.group())
              && ofGroup.versions().stream()
                  .filter(v -> v.member().equals(follower.follower()))
                  .anyMatch(v -> v.next().isEmpty());
      if (stays && follower.follower().publishable()) {
        NextRelease own =
            new NextReleaseFinder(unreleased, f.tags(), f.tags().group(), level).find();
        if (own.verdict() == NextRelease.Verdict.RELEASE
            && own.next().filter(follower::follows).isPresent()) {
          releases.add(own.of(follower.group()));
        }
      }
    }
    return releases;
  }

  /** The sorted paths; none if a version cannot be edited, which {@code bump} reports. */
  private static List<String> files(Unreleased unreleased, NextRelease release) {
    if (release.next().isEmpty() || !release.needsBump()) {
      return List.of();
    }
    List<Group> all = unreleased.groups().stream().map(GroupTags::group).toList();
    TargetVersions targets = TargetVersions.toBump(release.group(), release.next().get());
    try {
      return VersionEdits.of(unreleased.tree(), unreleased.snapshot(), all, targets)
          .edited()
          .keySet()
          .stream()
          .sorted()
          .toList();
    } catch (ReleaseException e) {
      return List.of();
    }
  }

  private static boolean publishes(Group group) {
    return group.members().stream().anyMatch(Package::publishable);
  }

  /**
   * Whether the level applies to no group.
   *
   * @return true if a problem is an error
   */
  public boolean failed() {
    return problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
  }
}
