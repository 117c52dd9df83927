package io.github.releasesync.goal;

import io.github.releasesync.change.TargetVersions;
import io.github.releasesync.git.GitAnswer;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.GitWriter;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupChoice;
import io.github.releasesync.project.tree.EditedTree;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.text.FileChange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes every follower say what its lead says, and locks and requirements with it. */
public final class SyncGoal {

  private final GitAnswer git;

  public SyncGoal(GitAnswer git) {
    this.git = git;
  }

  /**
   * Syncs a work tree.
   *
   * @throws ReleaseException if something cannot be read, edited or written; the tree is as before
   */
  public ChangeResult run(Path root, ChangeRequest request) {
    TreeChange change = new TreeChange(git, root, request);
    List<Group> chosen = chosen(change.groups(), request.group());
    EditedTree edited = change.edited(TargetVersions.toFollow(chosen));
    List<FileChange> changes = change.changes(edited);
    Optional<ReportLine> left = change.left(edited);
    if (changes.isEmpty()) {
      return new ChangeResult(
          left.stream().toList(),
          "Nothing to sync: every follower says what its lead says",
          List.of());
    }
    ChangeResult result =
        change.apply(changes, "Synced", "Look at it with `git diff`, then commit it");
    List<ReportLine> lines = new ArrayList<>(result.lines());
    left.ifPresent(lines::add);
    return new ChangeResult(lines, result.lastLine(), result.files());
  }

  /**
   * Syncs a work tree and commits what that changed.
   *
   * @throws ReleaseException as {@link #run}, or if git refuses; the tree is as before
   */
  public ChangeResult commit(
      Path root, ChangeRequest request, GitRepository repository, GitWriter writer) {
    List<String> changed = repository.changes(root);
    ChangeResult result = run(root, request);
    if (result.files().isEmpty() || request.dryRun()) {
      return result;
    }
    List<String> paths = repository.pathsOf(root, result.files());
    try {
      String id = writer.commit(paths, "align: every follower says what its lead says\n");
      return new ChangeResult(
          result.lines(),
          "Synced and committed as "
              + id.substring(0, 10)
              + ": "
              + result.files().size()
              + " files",
          result.files());
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
