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
 * @param dependents the releases that are bumped with it, because they depend on it
 * @param tooLow what its level promises too little of
 * @param files the files of the release commit
 * @param fragments the fragments that were merged into the changelog and are deleted
 * @param infos what was not done in changelogs and why: sentences without a full stop
 * @param development the development version after it, if one is wanted
 */
public record ReleaseChanges(
    NextRelease release,
    List<NextRelease> dependents,
    Optional<Problem> tooLow,
    List<FileChange> files,
    List<String> fragments,
    List<Help> infos,
    Optional<NextRelease> development) {}
