package io.github.releasesync.manifest.python;

import io.github.releasesync.text.Located;
import java.util.List;

/**
 * The features with which a Python project's crate is built, from its {@code pyproject.toml}.
 *
 * @param requested {@code features}: the crate's, or {@code dependency/feature}
 * @param byDefault whether the crate's default features are on
 * @param all whether all of its features are on
 */
public record CrateFeatures(List<Located<String>> requested, boolean byDefault, boolean all) {

  /**
   * The default features.
   *
   * @return the default features
   */
  public static CrateFeatures standard() {
    return new CrateFeatures(List.of(), true, false);
  }
}
