package io.github.releasesync.packaging;

import io.github.releasesync.project.workspace.Package;
import java.util.List;

/**
 * The crates of one call of {@code cargo package}: all crates of a Cargo workspace, so that crates
 * may depend on unpublished siblings.
 *
 * @param folder the folder of the workspace from the root; empty for the root itself
 * @param crates the crates to package
 * @param locked whether there is a {@code Cargo.lock} that must stay unchanged
 * @param selfContained whether that lock names only packages of the repository, so that Cargo needs
 *     no network
 */
public record CrateBuild(
    String folder, List<Package> crates, boolean locked, boolean selfContained) {}
