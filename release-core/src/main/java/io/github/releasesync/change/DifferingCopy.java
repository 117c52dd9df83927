package io.github.releasesync.change;

import io.github.releasesync.copies.VersionCopy;
import io.github.releasesync.project.workspace.Package;

/**
 * A place that does not state the version that it should.
 *
 * @param copy the copy
 * @param of the package whose version it should state
 * @param expected the text to write there
 */
public record DifferingCopy(VersionCopy copy, Package of, String expected) {}
