package io.github.releasesync.goal;

import io.github.releasesync.prepare.GuardAnswers;
import io.github.releasesync.prepare.PrepareRecord;
import io.github.releasesync.prepare.Push;
import io.github.releasesync.prepare.Recovered;
import io.github.releasesync.prepare.ReleaseChanges;
import java.util.Optional;

/**
 * Result of the prepare goal.
 *
 * @param recovered the recovered parts of an interrupted run
 * @param changes the release and its changes
 * @param guards the failed guards, and notes about those that could not run
 * @param record the commit and the tag; only planned if a guard failed, or in a dry run
 * @param notes the path of the release notes; empty if they were not written
 * @param dryRun whether it was a dry run
 * @param push the push; empty if nothing was committed
 */
public record PrepareResult(
    Recovered recovered,
    ReleaseChanges changes,
    GuardAnswers guards,
    PrepareRecord record,
    Optional<String> notes,
    boolean dryRun,
    Optional<Push> push)
    implements GuardedResult {}
