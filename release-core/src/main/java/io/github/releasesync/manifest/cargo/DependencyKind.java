package io.github.releasesync.manifest.cargo;

/** The table of a {@code Cargo.toml} that names a dependency. */
public enum DependencyKind {
  /** {@code [dependencies]}: published with the crate. */
  NORMAL,
  /** {@code [build-dependencies]}: published with the crate. */
  BUILD,
  /** {@code [dev-dependencies]}: published only if they state a version. */
  DEV
}
