package io.github.releasesync.plan;

import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.Group;
import io.github.releasesync.project.GroupTags;
import io.github.releasesync.project.Package;
import io.github.releasesync.version.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What would be released next of a repository.
 *
 * @param level the level that was asked for, the same for every group
 * @param releases one for each group that publishes something
 * @param unpublished how many groups publish nothing, and are left out
 * @param problems what could not be seen, and what is wrong with the level; the worst first
 */
public record NextReleases(
    Level level, List<NextRelease> releases, int unpublished, List<Problem> problems) {

  /**
   * Works it out. A pure function.
   *
   * @param unreleased the facts
   * @param level how far to raise; {@code auto} for what the commits ask for
   * @return the releases
   */
  public static NextReleases of(Unreleased unreleased, Level level) {
    List<NextRelease> releases = new ArrayList<>();
    List<Problem> problems = new ArrayList<>(unreleased.problems());
    int unpublished = 0;
    for (GroupTags tags : unreleased.groups()) {
      if (publishes(tags.group())) {
        NextReleaseFinder finder = new NextReleaseFinder(unreleased, tags, level);
        releases.add(finder.find());
        problems.addAll(finder.problems());
      } else {
        unpublished++;
      }
    }
    boolean answered = releases.stream().anyMatch(r -> r.verdict() == NextRelease.Verdict.RELEASE);
    return new NextReleases(
        level,
        List.copyOf(releases),
        unpublished,
        problems.stream()
            .map(p -> answered ? NextReleaseFinder.onlyOfOneGroup(p) : p)
            .sorted(Comparator.comparing(Problem::severity).thenComparing(Problem::place))
            .toList());
  }

  private static boolean publishes(Group group) {
    return group.members().stream().anyMatch(Package::publishable);
  }

  /**
   * Whether the question has no answer: no group takes the level.
   *
   * @return true if a problem is an error
   */
  public boolean failed() {
    return problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
  }
}
