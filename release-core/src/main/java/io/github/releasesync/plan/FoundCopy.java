package io.github.releasesync.plan;

import io.github.releasesync.manifest.VersionCopy;
import io.github.releasesync.project.Package;

/**
 * A place that does not state the version that it should.
 *
 * @param copy where, and what it states
 * @param of the package whose version it should state
 * @param expected the text to write there
 */
public record FoundCopy(VersionCopy copy, Package of, String expected) {}
