package io.github.releasesync.manifest.python;

import io.github.releasesync.text.Ascii;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Translates regular expressions of Python into those of Java: literals, classes, anchors, groups,
 * alternatives, references to groups, and repetitions of a single character. Repeated groups are
 * refused: Java would recurse through them, or try exponentially many ways.
 */
final class PythonRegex {

  private static final int LONGEST = 500;

  /** Alternatives and optional groups: each may double the ways to try, without reading on. */
  private static final int MOST_CHOICES = 8;

  /** Escapes that mean the same in both; {@code \Z} is another letter in Java. */
  private static final String ESCAPES = "dDsSwWbBAnrtf";

  private static final Pattern COUNT = Pattern.compile("\\{(\\d+(,\\d*)?|,\\d+)}");

  /** A count that no version needs. */
  private static final Pattern LARGE = Pattern.compile("\\d{4}");

  /** Of another kind. Without a trace: it is an answer. */
  private static final class NotRead extends Exception {
    private static final long serialVersionUID = 1;

    private NotRead() {
      super(null, null, false, false);
    }
  }

  private final String python;
  private final StringBuilder java = new StringBuilder();
  private int at;
  private int groups;
  private int open;
  private int choices;

  private PythonRegex(String python) {
    this.python = python;
  }

  /**
   * The same expression in Java.
   *
   * @return the expression, which compiles; empty if it is of a kind that is not read
   */
  static Optional<String> toJava(String python) {
    if (python.length() > LONGEST) {
      return Optional.empty();
    }
    PythonRegex regex = new PythonRegex(python);
    try {
      regex.whole();
      Pattern.compile(regex.java.toString());
      return Optional.of(regex.java.toString());
    } catch (NotRead | java.util.regex.PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  private void whole() throws NotRead {
    flags();
    while (at < python.length()) {
      part();
    }
    require(open == 0);
  }

  /** Flags for the whole expression, which Python has only at its beginning. */
  private void flags() {
    int end = python.indexOf(')');
    if (python.startsWith("(?") && end > 2) {
      String flags = python.substring(2, end);
      if (flags.chars().allMatch(c -> "ims".indexOf(c) >= 0)) {
        java.append("(?").append(flags).append(')');
        at = end + 1;
      }
    }
  }

  private void part() throws NotRead {
    char c = python.charAt(at);
    switch (c) {
      case '(' -> group();
      case ')' -> close();
      case '[' -> {
        characters();
        repetition();
      }
      case '\\' -> escape();
      case '|' -> {
        choice();
        java.append(c);
        at++;
      }
      case '^', '$' -> {
        java.append(c);
        at++;
      }
      case '*', '+', '?' -> throw new NotRead();
      case '.' -> {
        java.append(c);
        at++;
        repetition();
      }
      default -> {
        literal(c);
        at++;
        repetition();
      }
    }
  }

  private void group() throws NotRead {
    if (python.startsWith("(?P=", at)) {
      int end = python.indexOf(')', at);
      require(end > 0 && isName(python.substring(at + 4, end)));
      java.append("\\k<").append(python, at + 4, end).append('>');
      at = end + 1;
      return;
    }
    open++;
    if (python.startsWith("(?:", at)) {
      java.append("(?:");
      at += 3;
    } else if (python.startsWith("(?P<", at)) {
      int end = python.indexOf('>', at);
      require(end > 0 && isName(python.substring(at + 4, end)));
      java.append("(?<").append(python, at + 4, end + 1);
      at = end + 1;
      groups++;
    } else {
      // Not (?=, (?!, (?<=, (?(1): what stands around a version is rarely that.
      require(!python.startsWith("(?", at));
      java.append('(');
      at++;
      groups++;
    }
  }

  private void close() throws NotRead {
    require(--open >= 0);
    java.append(')');
    at++;
    if (at < python.length() && "*+?{".indexOf(python.charAt(at)) >= 0) {
      require(python.charAt(at) == '?');
      choice();
      repetition();
    }
  }

  private void choice() throws NotRead {
    require(++choices <= MOST_CHOICES);
  }

  private void escape() throws NotRead {
    require(at + 1 < python.length());
    char c = python.charAt(at + 1);
    at += 2;
    if (Ascii.isDigit(c)) {
      boolean more = at < python.length() && Ascii.isDigit(python.charAt(at));
      require(c != '0' && c - '0' <= groups && !more);
      java.append('\\').append(c);
    } else if (c == 'Z') {
      java.append("\\z");
    } else if (Ascii.isLetter(c)) {
      require(ESCAPES.indexOf(c) >= 0);
      java.append('\\').append(c);
    } else {
      literal(c);
    }
    if ("bBAZ".indexOf(c) < 0) {
      repetition();
    }
  }

  /** {@code [...]}: in Java a bracket or {@code &&} inside would mean more. */
  private void characters() throws NotRead {
    java.append('[');
    at++;
    if (at < python.length() && python.charAt(at) == '^') {
      java.append('^');
      at++;
    }
    int start = at;
    while (at < python.length() && (python.charAt(at) != ']' || at == start)) {
      char c = python.charAt(at++);
      if (c == '\\') {
        require(at < python.length());
        char escaped = python.charAt(at++);
        require(!Ascii.isLetterOrDigit(escaped) || "dDsSwWnrtf".indexOf(escaped) >= 0);
        java.append('\\').append(escaped);
      } else if (c == '-' && at - 1 > start && at < python.length() && python.charAt(at) != ']') {
        java.append(c);
      } else {
        literal(c);
      }
    }
    require(at < python.length());
    java.append(']');
    at++;
  }

  private void literal(char c) throws NotRead {
    require(c >= ' ' && !Character.isSurrogate(c) || c == '\t' || c == '\n');
    if (c < 0x80 && !Ascii.isLetterOrDigit(c) && c > ' ') {
      java.append('\\');
    }
    java.append(c);
  }

  /** {@code *}, {@code +}, {@code ?} or a count, greedy or not. */
  private void repetition() throws NotRead {
    if (at >= python.length()) {
      return;
    }
    if ("*+?".indexOf(python.charAt(at)) >= 0) {
      java.append(python.charAt(at++));
    } else {
      var count = COUNT.matcher(python).region(at, python.length());
      if (!count.lookingAt()) {
        return;
      }
      String text = count.group();
      require(!LARGE.matcher(text).find());
      java.append(text.startsWith("{,") ? "{0" + text.substring(1) : text);
      at = count.end();
    }
    if (at < python.length() && python.charAt(at) == '?') {
      java.append('?');
      at++;
    }
    boolean again =
        at < python.length()
            && ("*+?".indexOf(python.charAt(at)) >= 0
                || COUNT.matcher(python).region(at, python.length()).lookingAt());
    require(!again);
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && Ascii.isLetter(name.charAt(0))
        && name.chars().allMatch(Ascii::isLetterOrDigit);
  }

  private static void require(boolean holds) throws NotRead {
    if (!holds) {
      throw new NotRead();
    }
  }
}
