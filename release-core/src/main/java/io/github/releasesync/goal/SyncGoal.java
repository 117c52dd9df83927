package io.github.releasesync.goal;

import io.github.releasesync.change.TargetVersions;
import io.github.releasesync.change.VersionEdits;
import io.github.releasesync.check.Assessment;
import io.github.releasesync.check.HashedPins;
import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.facts.SourceRepository;
import io.github.releasesync.facts.TreeFacts;
import io.github.releasesync.files.FileSystemActions;
import io.github.releasesync.files.FileTransaction;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.GitWriter;
import io.github.releasesync.prepare.Recovered;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupChoice;
import io.github.releasesync.project.tree.EditedTree;
import io.github.releasesync.text.FileChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sets every follower, its locks and its requirements to the version of its lead. */
public final class SyncGoal {

  private final FileSystemActions actions;

  /**
   * The goal.
   *
   * @param actions writes files
   */
  public SyncGoal(FileSystemActions actions) {
    this.actions = actions;
  }

  /**
   * Syncs a work tree.
   *
   * @param repository the repository
   * @param recovered the recovered parts of an interrupted run
   * @param request the repository and the groups to change
   * @return the changes
   * @throws ReleaseException if a file cannot be read, edited or written; the tree is unchanged
   *     then
   */
  public SyncResult run(SourceRepository repository, Recovered recovered, ChangeRequest request) {
    TreeFacts facts = TreeFacts.read(repository, request.settings(), request.group());
    List<Group> groups = chosen(facts.snapshot().groups(), request.group());
    EditedTree edited =
        VersionEdits.of(
            facts.tree(),
            facts.snapshot(),
            facts.snapshot().groups(),
            TargetVersions.toFollow(groups, facts.snapshot().tagsAtHead()));
    Snapshot after = facts.snapshot().after(edited);
    List<Problem> left = new ArrayList<>(Assessment.of(after).errors());
    left.addAll(HashedPins.leftBehind(facts.snapshot().workspace(), after.workspace()));
    if (!request.dryRun() && !edited.edited().isEmpty()) {
      new FileTransaction(repository.root(), actions).write(edited.changes());
    }
    return new SyncResult(recovered, edited.changes(), left, request.dryRun(), Optional.empty());
  }

  /**
   * Syncs a work tree and commits the changes.
   *
   * @param repository the repository
   * @param recovered the recovered parts of an interrupted run
   * @param request the repository and the groups to change
   * @param git the git repository
   * @param writer commits
   * @return the changes
   * @throws ReleaseException as {@link #run}, or if git refuses; the tree is unchanged then
   */
  public SyncResult commit(
      SourceRepository repository,
      Recovered recovered,
      ChangeRequest request,
      GitRepository git,
      GitWriter writer) {
    List<String> changed = git.changes(repository.root());
    SyncResult result = run(repository, recovered, request);
    if (result.files().isEmpty() || request.dryRun()) {
      return result;
    }
    List<String> files = result.files().stream().map(FileChange::path).toList();
    List<String> paths = git.pathsOf(repository.root(), files);
    try {
      return result.in(
          writer.commit(paths, "align: set every follower to the version of its lead\n"));
    } catch (ReleaseException e) {
      if (paths.stream().noneMatch(changed::contains)) {
        writer.restore("HEAD", paths);
      }
      throw e;
    }
  }

  private static List<Group> chosen(List<Group> groups, Optional<String> name) {
    return name.map(n -> List.of(GroupChoice.named(groups, n))).orElse(groups);
  }
}
