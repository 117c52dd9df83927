package io.github.releasesync.packaging;

import io.github.releasesync.project.workspace.Package;
import java.util.List;

/**
 * Crates that one call of {@code cargo package} makes: all of a Cargo workspace, so that crates may
 * depend on siblings that are not yet published.
 *
 * @param folder the folder of the workspace from the root; empty for the root itself
 * @param crates the crates to package
 * @param locked whether there is a {@code Cargo.lock} to obey
 * @param selfContained whether that lock names nothing outside the repository, so that Cargo needs
 *     no network
 */
public record CrateBuild(
    String folder, List<Package> crates, boolean locked, boolean selfContained) {}
