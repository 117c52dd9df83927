package io.github.releasesync.manifest.python;

import java.util.List;

/** The source of a dynamic version, as far as the manifest states it. */
public sealed interface DynamicSource {

  /** The crate: maturin. */
  record FromCrate() implements DynamicSource {}

  /** The setup.py or setup.cfg of the same folder: setuptools without a setting of its own. */
  record FromSetup() implements DynamicSource {}

  /**
   * An attribute of a Python module: setuptools' {@code attr}.
   *
   * @param roots the folders in which its packages are, from the project's folder
   * @param module dotted name of the module; {@code __init__} if none is named
   * @param attribute name of the attribute
   */
  record FromAttribute(List<String> roots, String module, String attribute)
      implements DynamicSource {}

  /**
   * A file of the project.
   *
   * @param candidates paths from the project's folder; the first that exists counts
   * @param attribute the name for {@link PythonSource#assignedString}; empty if the whole file,
   *     trimmed, is the version
   */
  record FromFile(List<String> candidates, String attribute) implements DynamicSource {}

  /**
   * The text in a file that a regular expression finds: hatchling, scikit-build-core.
   *
   * @param path path from the project's folder
   * @param pattern what finds it
   */
  record FromPattern(String path, VersionPattern pattern) implements DynamicSource {}

  /** The version control system: setuptools-scm, hatch-vcs and the like. */
  record FromVcs() implements DynamicSource {}

  /**
   * Somewhere that cannot be known without running the backend.
   *
   * @param why a clause that says so, such as {@code it is computed there}
   */
  record Unknown(String why) implements DynamicSource {}
}
