package io.github.releasesync.goal;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code sandbox} is asked to do.
 *
 * @param start the folder it is run for
 * @param root the folder to work in instead, if one is given
 * @param outputDirectory where the state is kept
 * @param port the port to listen on, 0 for any
 * @param faults names of what shall go wrong, separated by commas; empty for nothing
 */
public record SandboxRequest(
    Path start, Optional<Path> root, Optional<Path> outputDirectory, int port, String faults) {}
