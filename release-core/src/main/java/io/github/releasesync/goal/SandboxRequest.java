package io.github.releasesync.goal;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Options of the sandbox goal.
 *
 * @param start the folder in which the goal runs
 * @param root the folder to work in instead, if given
 * @param outputDirectory the folder for the state
 * @param port the port to listen on; 0 for any
 * @param faults comma-separated names of faults; empty for none
 */
public record SandboxRequest(
    Path start, Optional<Path> root, Optional<Path> outputDirectory, int port, String faults) {}
