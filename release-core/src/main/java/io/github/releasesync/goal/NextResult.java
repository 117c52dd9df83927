package io.github.releasesync.goal;

import io.github.releasesync.next.NextReleases;
import io.github.releasesync.report.ReportLine;
import java.util.List;

/**
 * What would be released next.
 *
 * @param next the releases
 * @param lines the report for the terminal, without its last line
 * @param lastLine what to do
 * @param failed whether no group takes the level
 */
public record NextResult(
    NextReleases next, List<ReportLine> lines, String lastLine, boolean failed) {}
