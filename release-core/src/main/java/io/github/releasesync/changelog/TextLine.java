package io.github.releasesync.changelog;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of a text.
 *
 * @param start offset of its first character
 * @param end offset behind its last character, before the line end
 * @param next offset of the next line
 * @param text the text in between
 */
record TextLine(int start, int end, int next, String text) {

  /** The line that an offset begins. */
  static TextLine at(String content, int start) {
    int end = start;
    while (end < content.length() && "\r\n".indexOf(content.charAt(end)) < 0) {
      end++;
    }
    int next = content.startsWith("\r\n", end) ? end + 2 : Math.min(end + 1, content.length());
    return new TextLine(start, end, next, content.substring(start, end));
  }

  /** The lines of a part of a text. */
  static List<TextLine> between(String content, int from, int to) {
    List<TextLine> lines = new ArrayList<>();
    int at = from;
    while (at < to) {
      TextLine line = at(content, at);
      lines.add(line);
      at = line.next();
    }
    return lines;
  }

  /** The number of blank lines from an offset, the first of a line. */
  static int blanksFrom(String content, int start) {
    int count = 0;
    int at = start;
    while (at < content.length()) {
      TextLine line = at(content, at);
      if (!line.isBlank()) {
        return count;
      }
      count++;
      at = line.next();
    }
    return count;
  }

  /** The number of blank lines before an offset, the first of a line. */
  static int blanksBefore(String content, int start) {
    int lineEnds = 0;
    for (int at = start - 1; at >= 0 && Character.isWhitespace(content.charAt(at)); at--) {
      boolean secondHalf = content.charAt(at) == '\r' && content.startsWith("\r\n", at);
      lineEnds += "\r\n".indexOf(content.charAt(at)) >= 0 && !secondHalf ? 1 : 0;
    }
    return Math.max(0, lineEnds - 1);
  }

  boolean isBlank() {
    return text.isBlank();
  }

  /** The bullet that the line begins with, set in by one blank at most; 0 if there is none. */
  char bullet() {
    int at = text.startsWith(" ") ? 1 : 0;
    boolean bullet =
        text.length() > at + 1
            && "-*+".indexOf(text.charAt(at)) >= 0
            && Character.isWhitespace(text.charAt(at + 1));
    return bullet && !isRule() ? text.charAt(at) : 0;
  }

  /** {@code * * *} and {@code - - -} are rules. */
  private boolean isRule() {
    return text.chars().allMatch(c -> " -*+".indexOf(c) >= 0);
  }

  /** Whether a block of code begins or ends here. */
  boolean isFence() {
    String stripped = text.strip();
    return stripped.startsWith("```") || stripped.startsWith("~~~");
  }
}
