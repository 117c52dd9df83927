package io.github.releasesync;

import io.github.releasesync.git.Git;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.EditedTree;
import io.github.releasesync.report.ReportLine;
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
   * @throws ReleaseException as {@link Raise#of}, or if something cannot be read, edited or
   *     written; the tree is as before
   */
  ChangeResult run(Path root, ChangeRequest request, String level) {
    VersionChange change = new VersionChange(git, root, request);
    Raise raise = Raise.of(change, request.group(), level);
    EditedTree edited = change.edited(raise.targets());
    Optional<ReportLine> left = change.left(edited);
    ChangeResult result =
        change.apply(
            change.changes(edited),
            "Raised to " + raise.next().text() + " in",
            "Look at them with `git diff`, then commit them");
    List<ReportLine> lines = new ArrayList<>();
    lines.add(raise.line());
    lines.addAll(result.lines());
    left.ifPresent(lines::add);
    return new ChangeResult(lines, result.lastLine(), result.files());
  }
}
