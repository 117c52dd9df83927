package io.github.releasesync.goal;

import io.github.releasesync.packaging.BuildSettings;
import io.github.releasesync.packaging.ToolNames;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Options of builds.
 *
 * @param tools the configured tools
 * @param provisionTools whether maturin and build may be installed below the output folder
 * @param allowDirty whether the tree may differ from its commit
 * @param verifyCrates whether Cargo builds each crate from its package
 * @param buildIsolation whether a Python build gets its own environment
 * @param offline whether tools must not use the network
 * @param allowCredentialsInBuild whether to build with a credential in the environment
 * @param timeout the longest duration of each call of a tool
 */
public record BuildOptions(
    ToolNames tools,
    boolean provisionTools,
    boolean allowDirty,
    boolean verifyCrates,
    boolean buildIsolation,
    boolean offline,
    boolean allowCredentialsInBuild,
    Duration timeout) {

  /**
   * The default options.
   *
   * @return the defaults
   */
  public static BuildOptions defaults() {
    return new BuildOptions(
        ToolNames.defaults(), false, false, true, true, false, false, Duration.ofMinutes(30));
  }

  /** The settings of a build in a repository. */
  BuildSettings settings(
      Path root, Path output, Map<String, String> environment, Optional<Instant> time) {
    return new BuildSettings(
        root,
        output,
        tools,
        provisionTools,
        allowDirty,
        verifyCrates,
        buildIsolation,
        offline,
        timeout,
        environment,
        time);
  }
}
