package io.github.releasesync.goal;

import io.github.releasesync.report.ReportLine;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a goal that commits or tags did, or why it did nothing.
 *
 * @param lines the report for the terminal, without its last line
 * @param lastLine what it comes to, and what to do next
 * @param failed whether a guard held it back
 */
public record PrepareResult(List<ReportLine> lines, String lastLine, boolean failed) {

  /** The same after what was to be put right first. */
  public PrepareResult after(List<ReportLine> first) {
    return new PrepareResult(
        Stream.concat(first.stream(), lines.stream()).toList(), lastLine, failed);
  }
}
