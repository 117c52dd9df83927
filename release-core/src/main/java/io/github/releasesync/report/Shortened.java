package io.github.releasesync.report;

/** Cuts a text that is too long for a terminal; check.json has it in full. */
final class Shortened {

  private Shortened() {}

  /** The text with at most a number of code points; a cut text ends with an ellipsis. */
  static String to(int most, String text) {
    return text.length() <= most || text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "\u2026";
  }
}
