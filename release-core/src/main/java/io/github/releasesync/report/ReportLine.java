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

  private static final int LONGEST = 2_000;

  /** Escapes what a terminal would obey, and takes off what nobody would see. */
  public ReportLine {
    text = Printable.of(cut(text.stripTrailing()));
  }

  static ReportLine info(String text) {
    return new ReportLine(Severity.INFO, text);
  }

  /** A value may be a megabyte long; check.json has it in full. */
  private static String cut(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "\u2026";
  }
}
