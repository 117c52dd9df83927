package io.github.releasesync.sandbox;

/** The two registries. */
enum Side {
  CRATES,
  PYPI
}
