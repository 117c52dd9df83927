package io.github.releasesync.manifest.cargo;

import io.github.releasesync.problem.Place;
import io.github.releasesync.text.Located;

/** What a {@code [package]} says about its version. */
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
   * @param place where the key stands
   */
  record Inherited(Place place) implements CrateVersion {}

  /**
   * No version: Cargo takes 0.0.0 and refuses to publish.
   *
   * @param place where {@code [package]} stands
   */
  record Missing(Place place) implements CrateVersion {}
}
