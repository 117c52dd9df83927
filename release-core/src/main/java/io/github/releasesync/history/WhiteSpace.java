package io.github.releasesync.history;

/** White space as Unicode has it, the no-break space included. */
final class WhiteSpace {

  private static final char NEXT_LINE = 0x85;

  private WhiteSpace() {}

  static boolean is(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == NEXT_LINE;
  }

  /** The text without blanks around it. */
  static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && is(text.charAt(from))) {
      from++;
    }
    while (to > from && is(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }
}
