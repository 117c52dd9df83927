package io.github.releasesync.manifest.python;

import io.github.releasesync.problem.Place;
import io.github.releasesync.text.Located;

/** The version in the metadata of a Python project. */
public sealed interface PythonVersion {

  /**
   * The version is written there.
   *
   * @param text the version as written
   */
  record Literal(Located<String> text) implements PythonVersion {}

  /**
   * The build backend finds the version elsewhere.
   *
   * @param place the place in the manifest
   * @param from where the backend looks
   */
  record Dynamic(Place place, DynamicSource from) implements PythonVersion {}

  /**
   * No version, and no source of one.
   *
   * @param place the table that should state it, or the file
   */
  record Missing(Place place) implements PythonVersion {}
}
