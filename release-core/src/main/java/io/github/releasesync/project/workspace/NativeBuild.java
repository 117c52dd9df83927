package io.github.releasesync.project.workspace;

import io.github.releasesync.manifest.python.CrateFeatures;

/**
 * A Python project that is built from a crate, by maturin or setuptools-rust.
 *
 * @param project the Python project
 * @param crate the crate that its extension or program is built from
 * @param features the features that the crate is built with
 */
public record NativeBuild(Package project, Package crate, CrateFeatures features) {}
