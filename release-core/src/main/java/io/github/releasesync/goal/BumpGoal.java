package io.github.releasesync.goal;

import io.github.releasesync.change.TargetVersions;
import io.github.releasesync.git.GitAnswer;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.tree.EditedTree;
import io.github.releasesync.report.ReportLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Raises the version of a group, and everything that states it. */
public final class BumpGoal {

  private final GitAnswer git;

  public BumpGoal(GitAnswer git) {
    this.git = git;
  }

  /**
   * Raises a version.
   *
   * @throws ReleaseException as {@link Raise#of}, with {@link Code#PACKAGE_NOT_ALONE} if the
   *     package that is named cannot be bumped on its own, or if something cannot be read, edited
   *     or written; the tree is as before
   */
  public ChangeResult run(Path root, ChangeRequest request, String level, RaiseOptions options) {
    TreeChange change = new TreeChange(git, root, request);
    Raise raise = Raise.of(change, request.group(), options.alone(), level);
    TargetVersions targets = raise.targets();
    List<ReportLine> lines = new ArrayList<>(List.of(raise.line()));
    if (options.bumpDependents()) {
      lines.addAll(DependentBumps.lift(change, raise.group(), raise.next(), targets));
    }
    EditedTree edited = change.edited(targets);
    Optional<ReportLine> left = change.left(edited);
    ChangeResult result =
        change.apply(
            change.changes(edited),
            "Bumped to " + raise.next().text() + " in",
            "Look at them with `git diff`, then commit them");
    lines.addAll(result.lines());
    left.ifPresent(lines::add);
    return new ChangeResult(lines, result.lastLine(), result.files());
  }

  /** After an interrupted change was finished, which may have been the same raise. */
  public static ChangeResult nothing() {
    return new ChangeResult(
        List.of(),
        "Nothing else was bumped. Look at it with `git diff`, then commit it, or run this"
            + " again to bump further",
        List.of());
  }
}
