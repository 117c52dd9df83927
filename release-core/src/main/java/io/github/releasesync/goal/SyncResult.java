package io.github.releasesync.goal;

import io.github.releasesync.prepare.Recovered;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.text.FileChange;
import java.util.List;
import java.util.Optional;

/**
 * Result of the sync goal.
 *
 * @param recovered what was recovered of an interrupted run first
 * @param files the files that changed or would
 * @param left the errors that check finds in the synced tree, and notes on pins with a hash that
 *     stay
 * @param dryRun whether nothing was written
 * @param commit the id of the commit of the change, if one was made
 */
public record SyncResult(
    Recovered recovered,
    List<FileChange> files,
    List<Problem> left,
    boolean dryRun,
    Optional<String> commit) {

  /** The same, committed. */
  SyncResult in(String id) {
    return new SyncResult(recovered, files, left, dryRun, Optional.of(id));
  }
}
