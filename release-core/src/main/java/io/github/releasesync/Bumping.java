package io.github.releasesync;

import io.github.releasesync.git.Git;
import io.github.releasesync.plan.Targets;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.EditedTree;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.version.Level;
import io.github.releasesync.version.ReleaseVersion;
import java.nio.file.Path;
import java.util.ArrayList;
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
   * @throws ReleaseException as {@link Raise#of}, with {@link Code#PACKAGE_NOT_ALONE} if the
   *     package that is named cannot be raised alone, or if something cannot be read, edited or
   *     written; the tree is as before
   */
  ChangeResult run(Path root, ChangeRequest request, String level, BumpOptions options) {
    VersionChange change = new VersionChange(git, root, request);
    if (options.alone().isPresent()) {
      return alone(change, Raise.level(level), options.alone().get());
    }
    Raise raise = Raise.of(change, request.group(), level);
    Targets targets = raise.targets();
    List<ReportLine> lines = new ArrayList<>(List.of(raise.line()));
    if (options.liftDependents()) {
      lines.addAll(Lifting.lift(change, raise.group(), raise.next(), targets));
    }
    return raise(change, targets, raise.next(), lines);
  }

  private static ChangeResult alone(VersionChange change, Level level, String id) {
    PackageAlone alone = PackageAlone.of(change.groups(), id);
    ReleaseVersion current = change.versionOf(alone.follower());
    ReleaseVersion next = change.next(current, level);
    alone.require(next);
    ReportLine line = Raise.line(alone.follower().id(), current, next, level);
    return raise(change, Targets.ofOne(alone.follower(), next), next, List.of(line));
  }

  private static ChangeResult raise(
      VersionChange change, Targets targets, ReleaseVersion next, List<ReportLine> first) {
    EditedTree edited = change.edited(targets);
    List<ReportLine> lines = new ArrayList<>(first);
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
}
