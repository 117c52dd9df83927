package io.github.releasesync.manifest.python;

import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * What a {@code setup.py} states in its call of {@code setup()}. It is read as text and never run:
 * a value counts if it is a string, or a constant of the file that is assigned one string.
 *
 * @param file path from the repository root
 * @param name the argument {@code name}; empty where there is none, or where it is computed
 * @param nameComputed whether the name is there and computed, or may be in {@code **arguments}
 * @param version the argument {@code version}; dynamic where it is computed or taken from git
 * @param rustExtensions the crates' manifests that setuptools-rust builds, from the project's
 *     folder
 * @param privateProject true if a classifier keeps it from PyPI: {@code Private :: ...}
 */
public record SetupPy(
    String file,
    Optional<Located<String>> name,
    boolean nameComputed,
    PythonVersion version,
    List<Located<String>> rustExtensions,
    boolean privateProject) {

  /**
   * Reads a file.
   *
   * @param text the file's text
   * @return the content; empty if nothing calls {@code setup()}
   */
  public static Optional<SetupPy> parse(SourceText text) {
    return text.content().contains("setup") ? new SetupPyReader(text).read() : Optional.empty();
  }
}
