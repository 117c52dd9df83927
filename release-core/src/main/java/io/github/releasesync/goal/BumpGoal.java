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
   * @param actions what writes files
   */
  public BumpGoal(FileSystemActions actions) {
    this.actions = actions;
  }

  /**
   * Bumps a version.
   *
   * @param repository the repository
   * @param recovered what was recovered of an interrupted run; a change of files that was finished
   *     may have been this bump, so nothing else is bumped then
   * @param request what to change
   * @param levelText how far, such as {@code minor-alpha}
   * @param options what to bump beside the group, or instead of it
   * @return what was bumped
   * @throws ReleaseException with {@link Code#LEVEL_INVALID} or {@link Code#LEVEL_REFUSED} if the
   *     level is none or leads nowhere from here, {@link Code#GROUP_UNCLEAR} if several groups
   *     could be meant, {@link Code#PACKAGE_NOT_ALONE} if the package cannot be bumped on its own,
   *     or if something cannot be read, edited or written; the tree is as before
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
    TreeFacts facts = TreeFacts.read(repository, request.settings());
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
