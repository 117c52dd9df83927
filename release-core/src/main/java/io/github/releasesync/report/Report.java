package io.github.releasesync.report;

import io.github.releasesync.text.Printable;
import java.util.List;

/**
 * The result of a goal in words, for a terminal.
 *
 * @param lines the lines in order, without the last
 * @param lastLine the outcome and the next step, with nothing in it that a terminal obeys
 * @param failed whether the goal fails; the last line is the reason then
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
