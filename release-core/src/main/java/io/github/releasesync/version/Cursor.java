package io.github.releasesync.version;

import java.util.Optional;

/** A place in a text that is read from left to right. */
final class Cursor {

  private static final int END = -1;

  private final String text;
  private int at;

  Cursor(String text) {
    this.text = text;
  }

  int at() {
    return at;
  }

  void moveTo(int offset) {
    at = offset;
  }

  boolean atEnd() {
    return at == text.length();
  }

  /** The next character, or -1 at the end. */
  int next() {
    return atEnd() ? END : text.charAt(at);
  }

  /** The text from an offset up to here. */
  String since(int offset) {
    return text.substring(offset, at);
  }

  boolean accept(char c) {
    boolean found = next() == c;
    if (found) {
      at++;
    }
    return found;
  }

  boolean accept(String literal) {
    boolean found = text.startsWith(literal, at);
    if (found) {
      at += literal.length();
    }
    return found;
  }

  boolean acceptOneOf(String characters) {
    boolean found = !atEnd() && characters.indexOf(next()) >= 0;
    if (found) {
      at++;
    }
    return found;
  }

  /**
   * Takes the first of the words that is at this position. Not {@code regionMatches}: ignoring
   * case, that takes the long s and the Kelvin sign for letters of ASCII.
   */
  Optional<String> acceptWord(String... words) {
    for (String word : words) {
      if (startsWithIgnoringAsciiCase(text, at, word)) {
        at += word.length();
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  static boolean startsWithIgnoringAsciiCase(String text, int from, String lowerCaseWord) {
    if (from < 0 || text.length() - from < lowerCaseWord.length()) {
      return false;
    }
    for (int i = 0; i < lowerCaseWord.length(); i++) {
      char c = text.charAt(from + i);
      char lower = c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
      if (lower != lowerCaseWord.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Takes all digits at this position, with leading zeros; empty if there are none. */
  String digits() {
    int start = at;
    while (Digits.isDigit(next())) {
      at++;
    }
    return since(start);
  }

  void skipSpaces() {
    while (next() == ' ') {
      at++;
    }
  }

  /** Skips what Python's {@code str.strip} and {@code \s} take for white space. */
  void skipPythonWhiteSpace() {
    while (!atEnd() && isPythonWhiteSpace(text.charAt(at))) {
      at++;
    }
  }

  static boolean isPythonWhiteSpace(char c) {
    return c >= '\t' && c <= '\r'
        || c >= '\u001c' && c <= ' '
        || c == '\u0085'
        || Character.isSpaceChar(c);
  }

  InvalidVersionException wrong(String what) {
    return new InvalidVersionException(text, what);
  }

  /** The text goes on, or ends, where something else is needed. */
  InvalidVersionException expected(String what) {
    if (atEnd()) {
      return wrong(what + " is missing at the end");
    }
    int codePoint = text.codePointAt(at);
    String found = InvalidVersionException.shown(Character.toString(codePoint));
    return wrong(what + " is expected at character " + (at + 1) + ", not `" + found + "`");
  }
}
