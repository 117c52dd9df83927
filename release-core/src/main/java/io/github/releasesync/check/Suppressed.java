package io.github.releasesync.check;

import io.github.releasesync.problem.Problem;

/**
 * A finding that the configuration switched off.
 *
 * @param finding the finding, with its severity before suppression
 * @param reason why it is off
 */
public record Suppressed(Problem finding, String reason) {}
