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
 * @param recovered what was recovered of an interrupted run first
 * @param changes the release and its changes
 * @param guards the guards that failed, and what could not be asked
 * @param record what is committed and tagged; planned only where a guard failed, or in a dry run
 * @param notes the path of the release notes; empty where they were not written
 * @param dryRun whether nothing was to be committed
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
