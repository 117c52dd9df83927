package io.github.releasesync.report;

import io.github.releasesync.text.Printable;
import java.util.List;

/**
 * The text of a goal's result, for a terminal.
 *
 * @param lines the lines in order, without the last
 * @param lastLine the outcome and the next step, without terminal control characters
 * @param failed whether the goal fails; then the last line is the reason
 */
public record Report(List<ReportLine> lines, String lastLine, boolean failed) {

  /**
   * A report.
   *
   * @param lines the lines in order, without the last
   * @param lastLine the outcome and the next step
   * @param failed whether the goal fails
   */
  public Report {
    lines = List.copyOf(lines);
    lastLine = Printable.of(lastLine);
  }
}
