package io.github.releasesync.packaging;

/**
 * A tool that answers.
 *
 * @param program what to call it by: a name on the PATH, or an absolute path
 * @param version what it says its version is
 */
record FoundTool(String program, String version) {}
