package io.github.releasesync.packaging;

import java.util.Optional;

/**
 * The tools that are configured. A plain name is looked for on the PATH; a path is taken from the
 * root. What is empty is looked for on the PATH under its usual name.
 *
 * @param cargo Cargo
 * @param python Python 3
 * @param maturin maturin
 * @param uv uv; it builds the projects of other backends than maturin where it is configured
 */
public record ToolNames(
    Optional<String> cargo,
    Optional<String> python,
    Optional<String> maturin,
    Optional<String> uv) {

  /**
   * Nothing configured.
   *
   * @return the usual tools
   */
  public static ToolNames usual() {
    return new ToolNames(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
