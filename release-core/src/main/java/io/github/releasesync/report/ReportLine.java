package io.github.releasesync.report;

import io.github.releasesync.problem.Severity;
import io.github.releasesync.text.Printable;

/**
 * One line of text for the terminal.
 *
 * @param severity how loud to say it
 * @param text the line, with nothing in it that a terminal would obey
 */
public record ReportLine(Severity severity, String text) {

  /** Escapes what a terminal would obey, and takes off what nobody would see. */
  public ReportLine {
    text = Printable.of(text.stripTrailing());
  }

  static ReportLine info(String text) {
    return new ReportLine(Severity.INFO, text);
  }
}
