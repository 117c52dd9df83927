package io.github.releasesync.goal;

import io.github.releasesync.files.FileSystemActions;
import io.github.releasesync.files.FileTransaction;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.GitWriter;
import io.github.releasesync.prepare.PrepareRecord;
import io.github.releasesync.prepare.PrepareState;
import io.github.releasesync.prepare.PrepareTransaction;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Undoes the last prepare, unless it may be public. */
public final class RollbackGoal {

  private final GitWriter writer;
  private final Path root;
  private final PrepareTransaction commit;

  /**
   * The goal.
   *
   * @param repository the git repository
   * @param writer deletes tags and moves the branch
   * @param root real path of the root
   * @param actions writes files
   */
  public RollbackGoal(
      GitRepository repository, GitWriter writer, Path root, FileSystemActions actions) {
    this.writer = writer;
    this.root = root;
    this.commit = new PrepareTransaction(root, repository, writer, actions);
  }

  /**
   * Undoes the last prepare.
   *
   * @param dryRun whether to report only
   * @param offline whether to skip queries to remotes
   * @return the undone release
   * @throws ReleaseException with {@link Code#NOTHING_PREPARED}, {@link Code#RELEASE_PUSHED}, or
   *     {@link Code#CHANGE_DAMAGED} if the repository changed since
   */
  public RollbackResult run(boolean dryRun, boolean offline) {
    PrepareRecord last = commit.last().orElseThrow(this::nothing);
    requireOurs(last, offline);
    writer.requireUnlocked();
    commit.state().requireUndoable(last);
    PrepareState.Traces traces = commit.state().tracesOf(last);
    if (!dryRun) {
      commit.undo(last);
    }
    return new RollbackResult(last, traces, dryRun);
  }

  private void requireOurs(PrepareRecord last, boolean offline) {
    Optional<String> seen = commit.seenIn(last);
    if (seen.isPresent()) {
      throw pushed(last, "is in " + seen.get());
    }
    Optional<String> remote = writer.remoteOf(Optional.of(last.branch()));
    if (!offline && remote.isPresent() && last.tag().isPresent()) {
      String tag = "refs/tags/" + last.tag().get();
      Map<String, String> there = writer.remoteRefs(remote.get(), List.of(tag)).orElse(Map.of());
      if (there.containsKey(tag)) {
        throw pushed(last, "has its tag on " + remote.get());
      }
    }
  }

  private static ReleaseException pushed(PrepareRecord last, String where) {
    return ReleaseException.of(
        Code.RELEASE_PUSHED,
        Place.of(last.branch()),
        "the release of " + last.version() + " " + where,
        "a pushed release cannot be undone: release the next patch instead");
  }

  private ReleaseException nothing() {
    return ReleaseException.of(
        Code.NOTHING_PREPARED,
        Place.of(".release-sync/change/prepared.json"),
        "no release was prepared here",
        FileTransaction.isUnfinished(root)
            ? Help.of("another change of files was interrupted: ", Command.of("sync"), " fixes it")
            : Help.of("nothing to do; to undo a manual commit, use git"));
  }
}
