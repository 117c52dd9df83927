package io.github.releasesync.goal;

import io.github.releasesync.next.NextRelease;
import io.github.releasesync.prepare.Recovered;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.text.FileChange;
import java.util.List;

/**
 * Result of the bump goal.
 *
 * @param recovered the recovered parts of an interrupted run
 * @param bumped the release whose version was bumped; empty if an interrupted change was completed
 *     instead, which may have been the same bump
 * @param dependents the releases that were bumped because they depend on it
 * @param files the files that changed or would change
 * @param left the errors that check reports for the bumped tree, and notes on pins with a hash that
 *     stay
 * @param dryRun whether nothing was written
 */
public record BumpResult(
    Recovered recovered,
    List<NextRelease> bumped,
    List<NextRelease> dependents,
    List<FileChange> files,
    List<Problem> left,
    boolean dryRun) {}
