package io.github.releasesync.manifest.cargo;

import io.github.releasesync.problem.Place;
import io.github.releasesync.text.Located;

/** The version in a {@code [package]}. */
public sealed interface CrateVersion {

  /**
   * The version is written there.
   *
   * @param text the version as written
   */
  record Literal(Located<String> text) implements CrateVersion {}

  /**
   * The version is that of {@code [workspace.package]}: {@code version.workspace = true} or {@code
   * version = { workspace = true }}.
   *
   * @param place the place of the key
   */
  record Inherited(Place place) implements CrateVersion {}

  /**
   * No version: Cargo takes 0.0.0 and refuses to publish.
   *
   * @param place the place of {@code [package]}
   */
  record Missing(Place place) implements CrateVersion {}
}
