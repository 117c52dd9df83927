package io.github.releasesync.changelog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Texts inside of Markdown. */
final class MarkdownText {

  private MarkdownText() {}

  /**
   * A commit's text as one line, in which {@code <} is literal: {@code <!--} would hide all that
   * follows. Code between backticks stays.
   */
  static String ofCommit(String text) {
    String line = String.join(" ", text.strip().split("\\s+"));
    StringBuilder safe = new StringBuilder();
    boolean closed = line.chars().filter(c -> c == '`').count() % 2 == 0;
    boolean code = false;
    for (char c : line.toCharArray()) {
      code = closed && code ^ c == '`';
      boolean escaped = safe.length() > 0 && safe.charAt(safe.length() - 1) == '\\';
      safe.append(c == '<' && !code && !escaped ? "\\<" : String.valueOf(c));
    }
    return safe.toString();
  }

  /** The words of a text in lower case, without links' addresses, references and marks. */
  static String words(String text) {
    StringBuilder words = new StringBuilder();
    for (String word : withoutReferences(withoutAddresses(text)).split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        words.append(words.length() == 0 ? "" : " ").append(word.toLowerCase(Locale.ROOT));
      }
    }
    return words.toString();
  }

  /** {@code [text](address)} is {@code text}. */
  private static String withoutAddresses(String text) {
    StringBuilder plain = new StringBuilder();
    int done = 0;
    int open = text.indexOf("](");
    while (open >= 0) {
      int close = text.indexOf(')', open);
      if (close < 0) {
        break;
      }
      plain.append(text, done, open);
      done = close + 1;
      open = text.indexOf("](", done);
    }
    return plain.append(text, done, text.length()).toString();
  }

  private static String withoutReferences(String text) {
    List<String> kept = new ArrayList<>();
    for (String word : text.split("\\s+")) {
      String bare = word.replaceAll("[\\[\\](){}.,;:]", "");
      if (References.in(bare).isEmpty()) {
        kept.add(word);
      }
    }
    return String.join(" ", kept);
  }

  /** A text behind a bullet, its other lines set in below its first. */
  static String indented(String text, int blanks, String newline) {
    List<String> lines = new ArrayList<>();
    for (String line : text.split("\r\n|\r|\n", -1)) {
      lines.add(lines.isEmpty() || line.isBlank() ? line : " ".repeat(blanks) + line);
    }
    return String.join(newline, lines);
  }
}
