package io.github.releasesync.packaging;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Where and how to build.
 *
 * @param root real path of the repository's root
 * @param output the folder for logs, tools and everything that is not finished; git ignores it
 * @param tools the configured tools
 * @param provision whether maturin and build may be installed below the output folder
 * @param allowChanges whether Cargo may package files that are not committed
 * @param verifyCrates whether Cargo builds each crate from its package
 * @param isolation whether a Python build gets an environment of its own, filled from the network
 * @param offline whether tools are kept from the network
 * @param timeout how long each call of a tool may take
 * @param environment the variables of this process; tools see an allow-listed part
 * @param time the time that artifacts carry, so that they are the same the next time; empty outside
 *     git
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
