package io.github.releasesync.packaging;

/**
 * An installed tool.
 *
 * @param program a name on the PATH, or an absolute path
 * @param version the version that it reports
 */
record FoundTool(String program, String version) {}
