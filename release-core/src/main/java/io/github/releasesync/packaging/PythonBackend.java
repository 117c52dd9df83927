package io.github.releasesync.packaging;

/** Who builds a Python project. */
public enum PythonBackend {
  /** maturin, called itself: it needs no build environment. */
  MATURIN,
  /** Any other backend, through a build front end (PEP 517). */
  PEP_517
}
