package io.github.releasesync.goal;

import io.github.releasesync.prepare.PrepareRecord;
import io.github.releasesync.prepare.PrepareState;

/**
 * Result of the rollback goal.
 *
 * @param record the undone prepare
 * @param traces the parts of it that were found
 * @param dryRun whether nothing was changed
 */
public record RollbackResult(PrepareRecord record, PrepareState.Traces traces, boolean dryRun) {}
