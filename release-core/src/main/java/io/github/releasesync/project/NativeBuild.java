package io.github.releasesync.project;

/**
 * A Python project that is built from a crate, by maturin or setuptools-rust.
 *
 * @param project the Python project
 * @param crate the crate that its extension or program is built from
 */
public record NativeBuild(Package project, Package crate) {}
