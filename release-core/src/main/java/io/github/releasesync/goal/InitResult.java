package io.github.releasesync.goal;

import io.github.releasesync.report.ReportLine;
import java.util.List;

/**
 * What init wrote, or would write.
 *
 * @param lines the report for the terminal, without its last line
 * @param lastLine what it comes to, and what to do next
 * @param files the files that changed or would, from the root
 * @param failed whether the user has to write it
 */
public record InitResult(
    List<ReportLine> lines, String lastLine, List<String> files, boolean failed) {}
