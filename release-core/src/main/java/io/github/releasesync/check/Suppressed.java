package io.github.releasesync.check;

import io.github.releasesync.problem.Problem;

/**
 * A finding that the configuration switched off.
 *
 * @param finding what was found, with the severity that it would have had
 * @param reason why it is off
 */
public record Suppressed(Problem finding, String reason) {}
