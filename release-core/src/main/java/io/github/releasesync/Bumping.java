package io.github.releasesync;

import io.github.releasesync.git.Git;
import io.github.releasesync.plan.Targets;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.EditedTree;
import io.github.releasesync.project.Group;
import io.github.releasesync.project.GroupChoice;
import io.github.releasesync.project.GroupRelease;
import io.github.releasesync.project.GroupTags;
import io.github.releasesync.project.Package;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Level;
import io.github.releasesync.version.NextVersion;
import io.github.releasesync.version.ReleaseVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Raises the version of a group, and everything that states it. */
final class Bumping {

  private final Git git;

  Bumping(Git git) {
    this.git = git;
  }

  /**
   * Raises a version.
   *
   * @throws ReleaseException with {@link Code#LEVEL_INVALID} or {@link Code#LEVEL_REFUSED} if the
   *     level is none or leads nowhere from here, or if something cannot be read, edited or
   *     written; the tree is as before
   */
  ChangeResult run(Path root, ChangeRequest request, String levelText) {
    Level level = level(levelText);
    VersionChange change = new VersionChange(git, root, request);
    Group group = GroupChoice.choose(change.groups(), request.group(), List.of());
    ReleaseVersion current = current(group);
    ReleaseVersion next = next(change, group, current, level);
    EditedTree edited = change.edited(Targets.toRaise(group, next));
    List<ReportLine> lines = new ArrayList<>();
    lines.add(
        ReportLine.info(
            group.name() + "  " + current.text() + " -> " + next.text() + "  (" + level + ")"));
    Optional<ReportLine> left = change.left(edited);
    ChangeResult result =
        change.apply(
            change.changes(edited),
            "Raised to " + next.text() + " in",
            "Look at them with `git diff`, then commit them");
    lines.addAll(result.lines());
    left.ifPresent(lines::add);
    return new ChangeResult(lines, result.lastLine(), result.files());
  }

  private static Level level(String text) {
    try {
      return Level.parse(text);
    } catch (InvalidVersionException e) {
      throw new ReleaseException(
          Problem.of(
              Code.LEVEL_INVALID,
              Place.of("release-sync.level"),
              e.getMessage(),
              "write for example -Drelease-sync.level=minor"),
          e);
    }
  }

  /** A fix of Python alone may be ahead of the lead: it is what the next one follows. */
  private static ReleaseVersion current(Group group) {
    ReleaseVersion lead =
        group
            .lead()
            .release()
            .orElseThrow(
                () ->
                    new ReleaseException(
                        Problem.of(
                            Code.NOT_PORTABLE,
                            group.lead().place(),
                            group.lead().id()
                                + " has no version that could be raised: "
                                + group.lead().version().orElse("none is written"),
                            "write a version such as 0.1.0 there")));
    return group.members().stream()
        .map(Package::release)
        .flatMap(Optional::stream)
        .filter(v -> v.post().isPresent() && v.mapsExactly(lead))
        .max(Comparator.naturalOrder())
        .orElse(lead);
  }

  private static ReleaseVersion next(
      VersionChange change, Group group, ReleaseVersion current, Level level) {
    List<ReleaseVersion> released =
        change.snapshot().tagsOf(change.groups()).stream()
            .filter(tags -> tags.group().equals(group))
            .map(GroupTags::releases)
            .flatMap(List::stream)
            .map(GroupRelease::version)
            .toList();
    NextVersion next = level.next(current, released);
    if (next instanceof NextVersion.Found found) {
      return found.version();
    }
    NextVersion.Refused refused = (NextVersion.Refused) next;
    throw new ReleaseException(
        Problem.of(
            Code.LEVEL_REFUSED,
            Place.of("release-sync.level"),
            refused.reason(),
            "write -Drelease-sync.level=" + refused.writeInstead()));
  }
}
