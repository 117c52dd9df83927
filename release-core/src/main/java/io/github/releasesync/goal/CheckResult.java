package io.github.releasesync.goal;

import io.github.releasesync.check.Assessment;
import io.github.releasesync.report.ReportLine;
import java.util.List;

/**
 * What {@code check} found.
 *
 * @param assessment groups and findings
 * @param lines the report for the terminal, without its last line
 * @param annotations lines for standard output as they are, without a prefix: what GitHub Actions
 *     shall show; empty elsewhere
 * @param lastLine what it comes to, and what to do
 * @param failed whether the findings are as bad as the request said they must not be
 */
public record CheckResult(
    Assessment assessment,
    List<ReportLine> lines,
    List<String> annotations,
    String lastLine,
    boolean failed) {}
