package io.github.releasesync.goal;

import io.github.releasesync.prepare.Recovered;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.text.FileChange;
import java.util.List;
import java.util.Optional;

/**
 * Result of the sync goal.
 *
 * @param recovered the recovered parts of an interrupted run
 * @param files the files that changed or would change
 * @param left the errors that check reports for the synced tree, and notes on pins with a hash that
 *     stay
 * @param dryRun whether nothing was written
 * @param commit the id of the commit of the change, if there is one
 */
public record SyncResult(
    Recovered recovered,
    List<FileChange> files,
    List<Problem> left,
    boolean dryRun,
    Optional<String> commit) {

  /** This result with a commit. */
  SyncResult in(String id) {
    return new SyncResult(recovered, files, left, dryRun, Optional.of(id));
  }
}
