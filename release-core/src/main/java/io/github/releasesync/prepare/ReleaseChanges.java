package io.github.releasesync.prepare;

import io.github.releasesync.next.NextRelease;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.text.FileChange;
import java.util.List;
import java.util.Optional;

/**
 * The changes of a release.
 *
 * @param release the release
 * @param dependents the releases that are bumped because they depend on it
 * @param tooLow a warning if its level is too low for its commits
 * @param files the files of the release commit
 * @param fragments the fragments that are merged into the changelog and deleted
 * @param infos notes about skipped changes of changelogs, as sentences without a full stop
 * @param development the development version after it, if requested
 */
public record ReleaseChanges(
    NextRelease release,
    List<NextRelease> dependents,
    Optional<Problem> tooLow,
    List<FileChange> files,
    List<String> fragments,
    List<Help> infos,
    Optional<NextRelease> development) {}
