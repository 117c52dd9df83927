package io.github.releasesync.git;

/**
 * No work tree: the folder is outside of one, the repository is bare or belongs to another,
 * untrusted user ({@code safe.directory}), or git is not installed.
 *
 * @param reason the reason on one line, in git's own words if available
 */
public record NotARepository(String reason) implements GitAnswer {}
