package io.github.releasesync.report;

/** Cuts a text that is too long for a terminal; check.json has it in full. */
final class Shortened {

  private Shortened() {}

  /** At most so many code points, the last of them an ellipsis where something is missing. */
  static String to(int most, String text) {
    return text.length() <= most || text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "\u2026";
  }
}
