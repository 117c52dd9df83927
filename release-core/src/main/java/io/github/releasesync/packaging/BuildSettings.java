package io.github.releasesync.packaging;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a build.
 *
 * @param root real path of the repository's root
 * @param output the folder for logs, tools and unfinished files; git ignores it
 * @param tools the configured tools
 * @param provision whether maturin and build may be installed below the output folder
 * @param allowChanges whether Cargo may package files that are not committed
 * @param verifyCrates whether Cargo builds each crate from its package
 * @param isolation whether a Python build gets its own environment, filled from the network
 * @param offline whether tools must not use the network
 * @param timeout the longest duration of each call of a tool
 * @param environment the variables of this process; tools get an allow-listed part
 * @param time the time stamp in artifacts, for reproducible builds; empty outside git
 */
public record BuildSettings(
    Path root,
    Path output,
    ToolNames tools,
    boolean provision,
    boolean allowChanges,
    boolean verifyCrates,
    boolean isolation,
    boolean offline,
    Duration timeout,
    Map<String, String> environment,
    Optional<Instant> time) {}
