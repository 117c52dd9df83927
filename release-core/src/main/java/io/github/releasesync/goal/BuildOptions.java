package io.github.releasesync.goal;

import io.github.releasesync.packaging.BuildSettings;
import io.github.releasesync.packaging.ToolNames;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How artifacts are built.
 *
 * @param tools the configured tools
 * @param provisionTools whether maturin and build may be installed below the output folder
 * @param allowDirty whether the tree may differ from its commit
 * @param verifyCrates whether Cargo builds each crate from its package
 * @param buildIsolation whether a Python build gets an environment of its own
 * @param offline whether tools are kept from the network
 * @param allowCredentialsInBuild whether to build although a credential stands in the environment
 * @param timeout how long each call of a tool may take
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
   * What holds where nothing is configured.
   *
   * @return the defaults
   */
  public static BuildOptions usual() {
    return new BuildOptions(
        ToolNames.usual(), false, false, true, true, false, false, Duration.ofMinutes(30));
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
