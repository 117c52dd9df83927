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
 * @param recovered the recovered parts of an interrupted run
 * @param release the tagged release
 * @param commit the tagged commit
 * @param guards the failed guards, and notes about those that could not run
 * @param later commits of the release that its changelog may not list
 * @param dryRun whether it was a dry run
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
