package io.github.releasesync.packaging;

import io.github.releasesync.project.workspace.Package;

/**
 * A Python project whose wheel and sdist are built.
 *
 * @param project the project
 * @param folder its folder from the root; empty for the root itself
 * @param backend the tool that builds it
 * @param locked whether its crate has a {@code Cargo.lock} that must stay unchanged
 * @param selfContained whether that lock names only packages of the repository
 */
public record PythonBuild(
    Package project, String folder, PythonBackend backend, boolean locked, boolean selfContained) {}
