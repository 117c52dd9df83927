package io.github.releasesync.manifest.python;

import io.github.releasesync.text.Ascii;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds strings in Python source without running it. Reads just enough of the language to
 * distinguish a top-level assignment from the inside of a string, a bracket or a block.
 */
public final class PythonSource {

  private final SourceText text;
  private final String content;
  private final Set<String> wanted;
  private int at;

  private PythonSource(SourceText text, Set<String> wanted) {
    this.text = text;
    this.content = text.content();
    this.wanted = wanted;
  }

  /**
   * The string that a top-level statement assigns, such as {@code __version__ = "1.2"}, {@code
   * __version__: str = '1.2'} or {@code __version__ = version = "1.2"}.
   *
   * @param text the module's source
   * @param attribute the variable; or several separated by {@code |}, of which the first found
   *     counts
   * @return the first such string, without its quotes; empty if there is none, or if the value is
   *     computed
   */
  public static Optional<Located<String>> assignedString(SourceText text, String attribute) {
    return new PythonSource(text, Set.of(attribute.split("\\|"))).find();
  }

  private Optional<Located<String>> find() {
    while (at < content.length()) {
      Optional<Located<String>> found = assignment();
      if (found.isPresent()) {
        return found;
      }
      skipStatement();
    }
    return Optional.empty();
  }

  /** Reads {@code name [: type] = name = ... "literal"} at the beginning of a line. */
  private Optional<Located<String>> assignment() {
    Set<String> targets = new HashSet<>();
    String name = identifier();
    skipBlanks();
    if (peek() == ':') {
      skipAnnotation();
    }
    while (!name.isEmpty() && peek() == '=' && peek(1) != '=') {
      targets.add(name);
      at++;
      skipBlanks();
      if (isLiteral()) {
        return targets.stream().anyMatch(wanted::contains) ? literal() : Optional.empty();
      }
      name = identifier();
      skipBlanks();
    }
    return Optional.empty();
  }

  private String identifier() {
    int start = at;
    while (Ascii.isLetterOrDigit(peek()) || peek() == '_' || peek() > 0x7F) {
      at++;
    }
    return content.substring(start, at);
  }

  private void skipAnnotation() {
    while (at < content.length() && "=#\r\n".indexOf(peek()) < 0) {
      at++;
    }
  }

  private boolean isLiteral() {
    return isQuote(peek()) || "rRuU".indexOf(peek()) >= 0 && isQuote(peek(1));
  }

  /** The literal here, if it is the whole value and its text is its value. */
  private Optional<Located<String>> literal() {
    boolean raw = peek() == 'r' || peek() == 'R';
    if (!isQuote(peek())) {
      at++;
    }
    int quotes = quotes();
    int start = at + quotes;
    skipString();
    int end = at - quotes;
    skipBlanks();
    boolean whole = at == content.length() || "#;\r\n".indexOf(peek()) >= 0;
    if (!whole
        || end < start
        || !content.startsWith(content.substring(start - quotes, start), end)) {
      return Optional.empty();
    }
    String value = content.substring(start, end);
    return raw || value.indexOf('\\') < 0
        ? Optional.of(new Located<>(value, text.place(start)))
        : Optional.empty();
  }

  /** Over the rest of a statement, with all lines that brackets, strings and backslashes join. */
  private void skipStatement() {
    int depth = 0;
    while (at < content.length()) {
      char c = peek();
      if (c == '#') {
        skipToLineEnd();
      } else if (isQuote(c)) {
        skipString();
      } else {
        at += c == '\\' ? escapeLength() : 1;
        if ("([{".indexOf(c) >= 0) {
          depth++;
        } else if (")]}".indexOf(c) >= 0) {
          depth = Math.max(0, depth - 1);
        } else if (c == '\n' && depth == 0) {
          return;
        }
      }
    }
  }

  private void skipToLineEnd() {
    while (at < content.length() && peek() != '\n') {
      at++;
    }
  }

  /** From the opening quotes to after the closing ones; at the end of line if there are none. */
  private void skipString() {
    int quotes = quotes();
    String closing = content.substring(at, at + quotes);
    at += quotes;
    while (at < content.length() && !content.startsWith(closing, at)) {
      if (quotes == 1 && (peek() == '\n' || peek() == '\r')) {
        return;
      }
      at += peek() == '\\' ? escapeLength() : 1;
    }
    at = Math.min(at + quotes, content.length());
  }

  private int quotes() {
    return peek(1) == peek() && peek(2) == peek() ? 3 : 1;
  }

  private int escapeLength() {
    int length = peek(1) == '\r' && peek(2) == '\n' ? 3 : 2;
    return Math.min(length, content.length() - at);
  }

  private void skipBlanks() {
    while (peek() == ' ' || peek() == '\t') {
      at++;
    }
  }

  private char peek() {
    return peek(0);
  }

  /** The character so far ahead; NUL after the end, which Python allows nowhere. */
  private char peek(int ahead) {
    return at + ahead < content.length() ? content.charAt(at + ahead) : '\0';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }
}
