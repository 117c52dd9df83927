package io.github.releasesync.packaging;

import io.github.releasesync.project.workspace.Package;

/**
 * A Python project whose wheel and sdist are built.
 *
 * @param project the project
 * @param folder its folder from the root; empty for the root itself
 * @param backend who builds it
 * @param locked whether the crate behind it has a {@code Cargo.lock} to obey
 * @param selfContained whether that lock names nothing outside the repository
 */
public record PythonBuild(
    Package project, String folder, PythonBackend backend, boolean locked, boolean selfContained) {}
