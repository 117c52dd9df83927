package io.github.releasesync.packaging;

/** The tool that builds a Python project. */
public enum PythonBackend {
  /** maturin, called directly: it needs no build environment. */
  MATURIN,
  /** Any other backend, through a build front end (PEP 517). */
  PEP_517
}
