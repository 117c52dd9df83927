package io.github.releasesync.project.tree;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** What pip installs; {@code *} is for any characters. */
  private static final Set<String> REQUIREMENTS =
      Set.of("requirements*.txt", "constraints*.txt", "requirements*.in", "constraints*.in");

  /** The names of all files that may state a version or a requirement, with {@code *} in some. */
  public static final Set<String> PATTERNS =
      Stream.concat(ALL.stream(), REQUIREMENTS.stream()).collect(Collectors.toUnmodifiableSet());

  private ManifestNames() {}

  /**
   * Whether a file may state a version or a requirement.
   *
   * @param name its name without folder
   * @return true for manifests, locks, and requirements files of pip
   */
  public static boolean isOne(String name) {
    return ALL.contains(name) || isRequirements(name);
  }

  /**
   * Whether a file is a requirements or constraints file of pip.
   *
   * @param name its name without folder
   * @return true by its name
   */
  public static boolean isRequirements(String name) {
    boolean known = name.startsWith("requirements") || name.startsWith("constraints");
    return known && (name.endsWith(".txt") || name.endsWith(".in"));
  }
}
