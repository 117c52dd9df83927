package io.github.releasesync.git;

/**
 * A file of a commit.
 *
 * @param commit the id of the commit, in full
 * @param path the path of the file, with {@code /}
 */
public record PastFile(String commit, String path) {}
