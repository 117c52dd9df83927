package io.github.releasesync.manifest.python;

import java.util.List;

/** The source of a dynamic version, as far as the manifest states it. */
public sealed interface DynamicSource {

  /** The crate: maturin. */
  record FromCrate() implements DynamicSource {}

  /**
   * An attribute of a Python module: setuptools' {@code attr}.
   *
   * @param module dotted name of the module; {@code __init__} if none is named
   * @param attribute name of the attribute
   */
  record FromAttribute(String module, String attribute) implements DynamicSource {}

  /**
   * A file of the project.
   *
   * @param candidates paths from the project's folder; the first that exists counts
   * @param attribute the name for {@link PythonSource#assignedString}; empty if the whole file,
   *     trimmed, is the version
   */
  record FromFile(List<String> candidates, String attribute) implements DynamicSource {}

  /** The version control system: setuptools-scm, hatch-vcs and the like. */
  record FromVcs() implements DynamicSource {}

  /** Somewhere that cannot be known without running the backend. */
  record Unknown() implements DynamicSource {}
}
