package io.github.releasesync.git;

/**
 * Git has no work tree to look at: the folder is outside one, the repository is bare or belongs to
 * someone whom git does not trust ({@code safe.directory}), or git is not installed.
 *
 * @param reason why, in one line, in git's own words where git said it
 */
public record NotARepository(String reason) implements GitAnswer {}
