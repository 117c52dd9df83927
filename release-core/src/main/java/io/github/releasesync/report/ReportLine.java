package io.github.releasesync.report;

import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.text.Printable;

/**
 * One line of text for the terminal.
 *
 * @param severity the severity
 * @param text the line, without terminal control characters
 */
public record ReportLine(Severity severity, String text) {

  private static final int LONGEST = 2_000;

  /** Escapes terminal control characters, and removes trailing blanks. */
  public ReportLine {
    text = unheard(Printable.of(cut(text.stripTrailing())));
  }

  /**
   * A problem that asks for nothing, on one line.
   *
   * @param problem the problem
   * @return code, place and message
   */
  public static ReportLine note(Problem problem) {
    String place = problem.place().file().equals(".") ? "" : problem.place() + ": ";
    return new ReportLine(
        problem.severity(), "note[" + problem.code().id() + "]: " + place + problem.message());
  }

  /**
   * A problem that stops a goal, on one line.
   *
   * @param problem the problem
   * @param wording the notation of commands
   * @return code, place, message and help
   */
  public static ReportLine stop(Problem problem, Wording wording) {
    return of(Severity.ERROR, "error", problem, wording);
  }

  /**
   * A problem that does not stop a goal, on one line.
   *
   * @param problem the problem
   * @param wording the notation of commands
   * @return code, place, message and help
   */
  public static ReportLine warning(Problem problem, Wording wording) {
    return of(Severity.WARNING, "warning", problem, wording);
  }

  private static ReportLine of(Severity severity, String word, Problem problem, Wording wording) {
    return new ReportLine(
        severity,
        "%s[%s] %s: %s; %s"
            .formatted(
                word,
                problem.code().id(),
                problem.place(),
                problem.message(),
                wording.text(problem.help())));
  }

  /**
   * A warning without a code.
   *
   * @param text the line
   * @return the line
   */
  public static ReportLine warning(String text) {
    return new ReportLine(Severity.WARNING, text);
  }

  /**
   * A line for information.
   *
   * @param text the line
   * @return the line
   */
  public static ReportLine info(String text) {
    return new ReportLine(Severity.INFO, text);
  }

  /**
   * Text that GitHub's runner does not execute: it executes a line that begins with two colons,
   * after any blanks. Maven's prefix comes before them, but not in every configuration of its
   * logger.
   */
  private static String unheard(String text) {
    return text.stripLeading().startsWith("::") ? text.replaceFirst("::", ":\\\\u{3a}") : text;
  }

  /** Text of limited length: a value may be a megabyte long. check.json has it in full. */
  private static String cut(String text) {
    return text.length() <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST / 2)) + "\u2026";
  }
}
