package io.github.releasesync.goal;

import io.github.releasesync.prepare.PrepareRecord;
import io.github.releasesync.prepare.PrepareState;

/**
 * Result of the rollback goal.
 *
 * @param record the prepare that was undone
 * @param traces what was there of it
 * @param dryRun whether nothing was changed
 */
public record RollbackResult(PrepareRecord record, PrepareState.Traces traces, boolean dryRun) {}
