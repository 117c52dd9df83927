package io.github.releasesync.goal;

import io.github.releasesync.change.VersionEdits;
import io.github.releasesync.check.Assessment;
import io.github.releasesync.check.HashedPins;
import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.facts.SourceRepository;
import io.github.releasesync.facts.TreeFacts;
import io.github.releasesync.facts.Unreleased;
import io.github.releasesync.files.FileSystemActions;
import io.github.releasesync.files.FileTransaction;
import io.github.releasesync.next.DependentBumps;
import io.github.releasesync.next.NextRelease;
import io.github.releasesync.next.SelectedRelease;
import io.github.releasesync.next.Selection;
import io.github.releasesync.prepare.Recovered;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.tree.EditedTree;
import io.github.releasesync.version.Level;
import java.util.ArrayList;
import java.util.List;

/** Bumps the version of a group, and everything that states it. */
public final class BumpGoal {

  private final FileSystemActions actions;

  /**
   * The goal.
   *
   * @param actions writes files
   */
  public BumpGoal(FileSystemActions actions) {
    this.actions = actions;
  }

  /**
   * Bumps a version.
   *
   * @param repository the repository
   * @param recovered the recovered parts of an interrupted run; if its files were completed, they
   *     may be this bump, so nothing else is bumped
   * @param request the repository and the group to change
   * @param levelText the level, such as {@code minor-alpha}
   * @param options the packages to bump besides the group, or instead of it
   * @return the bumped versions and the changes
   * @throws ReleaseException with {@link Code#LEVEL_INVALID} or {@link Code#LEVEL_REFUSED} if the
   *     level is invalid or does not apply, {@link Code#GROUP_UNCLEAR} if several groups match,
   *     {@link Code#PACKAGE_NOT_ALONE} if the package cannot be bumped on its own, or if a file
   *     cannot be read, edited or written; the tree is unchanged then
   */
  public BumpResult run(
      SourceRepository repository,
      Recovered recovered,
      ChangeRequest request,
      String levelText,
      BumpOptions options) {
    if (recovered.files()) {
      return new BumpResult(
          recovered, List.of(), List.of(), List.of(), List.of(), request.dryRun());
    }
    TreeFacts facts = TreeFacts.read(repository, request.settings(), request.group());
    Level level = SelectedRelease.level(levelText);
    Unreleased unreleased = level == Level.Word.AUTO ? facts.withCommits() : facts.withoutCommits();
    NextRelease release =
        SelectedRelease.of(unreleased, new Selection(request.group(), options.separate()), level);
    List<NextRelease> dependents =
        options.bumpDependents() ? DependentBumps.of(unreleased, release) : List.of();
    EditedTree edited =
        VersionEdits.of(
            facts.tree(), facts.snapshot(), facts.snapshot().groups(), release.targets(dependents));
    Snapshot after = facts.snapshot().after(edited);
    List<Problem> left = new ArrayList<>(Assessment.of(after).errors());
    left.addAll(HashedPins.leftBehind(facts.snapshot().workspace(), after.workspace()));
    if (!request.dryRun() && !edited.edited().isEmpty()) {
      new FileTransaction(repository.root(), actions).write(edited.changes());
    }
    return new BumpResult(
        recovered, List.of(release), dependents, edited.changes(), left, request.dryRun());
  }
}
