package io.github.releasesync.goal;

import io.github.releasesync.next.NextRelease;
import io.github.releasesync.prepare.CommitsAfterRelease;
import io.github.releasesync.prepare.GuardAnswers;
import io.github.releasesync.prepare.Push;
import io.github.releasesync.prepare.Recovered;
import java.util.Optional;

/**
 * Result of the tag goal.
 *
 * @param recovered what was recovered of an interrupted run first
 * @param release the release that is tagged
 * @param commit the commit that is tagged
 * @param guards the guards that failed, and what could not be asked
 * @param later commits that the release holds and its changelog may not list
 * @param dryRun whether nothing was to be tagged
 * @param push the push; empty if nothing was tagged
 */
public record TagResult(
    Recovered recovered,
    NextRelease release,
    String commit,
    GuardAnswers guards,
    Optional<CommitsAfterRelease> later,
    boolean dryRun,
    Optional<Push> push)
    implements GuardedResult {}
