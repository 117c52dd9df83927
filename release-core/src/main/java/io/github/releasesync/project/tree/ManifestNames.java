package io.github.releasesync.project.tree;

import java.util.Set;

/** The names of manifests and locks. */
public final class ManifestNames {

  /** The manifest of a crate or Cargo workspace. */
  public static final String CARGO = "Cargo.toml";

  /** The manifest of a Python project. */
  public static final String PYPROJECT = "pyproject.toml";

  /** The older manifest of a Python project, read for its version. */
  public static final String SETUP_CFG = "setup.cfg";

  /** The oldest manifest of a Python project: a program, read as text. */
  public static final String SETUP_PY = "setup.py";

  /** The manifest of a Maven project. */
  public static final String POM = "pom.xml";

  /** The lock of a Cargo workspace. */
  public static final String CARGO_LOCK = "Cargo.lock";

  /** The lock of a uv workspace. */
  public static final String UV_LOCK = "uv.lock";

  /** All of them, locks included. */
  public static final Set<String> ALL =
      Set.of(CARGO, PYPROJECT, SETUP_CFG, SETUP_PY, POM, CARGO_LOCK, UV_LOCK);

  private ManifestNames() {}
}
