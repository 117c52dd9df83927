package io.github.releasesync.goal;

import io.github.releasesync.publish.Outcome;
import io.github.releasesync.report.ReportLine;
import java.util.List;
import java.util.Optional;

/**
 * What {@code publish} or {@code rehearse} came to.
 *
 * @param outcome where the release stands; empty if nothing was to be sent
 * @param lines the report for the terminal, without its last line
 * @param lastLine what it comes to, and what to do
 * @param failed whether the goal fails
 */
public record ReleaseResult(
    Optional<Outcome> outcome, List<ReportLine> lines, String lastLine, boolean failed) {}
