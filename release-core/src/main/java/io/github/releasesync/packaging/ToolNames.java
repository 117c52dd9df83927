package io.github.releasesync.packaging;

import java.util.Optional;

/**
 * The configured tools. A plain name is searched on the PATH; a path is relative to the root. An
 * empty entry stands for the usual name on the PATH.
 *
 * @param cargo Cargo
 * @param python Python 3
 * @param maturin maturin
 * @param uv uv; if configured, it builds the projects of backends other than maturin
 */
public record ToolNames(
    Optional<String> cargo,
    Optional<String> python,
    Optional<String> maturin,
    Optional<String> uv) {

  /**
   * The default tools.
   *
   * @return the usual tools
   */
  public static ToolNames defaults() {
    return new ToolNames(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }
}
