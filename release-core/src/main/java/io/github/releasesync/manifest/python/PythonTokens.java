package io.github.releasesync.manifest.python;

import io.github.releasesync.text.Ascii;
import io.github.releasesync.text.SourceText;
import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of Python source: names, strings, operators and the ends of logical lines. One pass,
 * and nothing is refused: what Python would refuse gives some tokens too.
 */
final class PythonTokens {

  /** The kinds of tokens. */
  enum Kind {
    NAME,
    STRING,
    OPERATOR,
    LINE_END
  }

  /**
   * A token.
   *
   * @param kind its kind
   * @param text the name, the operator, or the value of a string; null for a string whose value is
   *     not its text: bytes, an f-string, one with escapes
   * @param offset where it begins; of a string, its value
   * @param depth how many brackets are open around it
   * @param first whether it begins a line that is not indented
   */
  record Token(Kind kind, String text, int offset, int depth, boolean first) {

    boolean isName(String name) {
      return kind == Kind.NAME && text.equals(name);
    }

    boolean isOperator(String operator) {
      return kind == Kind.OPERATOR && text.equals(operator);
    }

    boolean isPlainString() {
      return kind == Kind.STRING && text != null;
    }
  }

  private final String content;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int depth;
  private int lineStart;

  private PythonTokens(String content) {
    this.content = content;
  }

  static List<Token> of(SourceText text) {
    PythonTokens reader = new PythonTokens(text.content());
    while (reader.at < reader.content.length()) {
      reader.next();
    }
    reader.add(Kind.LINE_END, "", reader.at);
    return reader.tokens;
  }

  private void next() {
    char c = peek(0);
    if (c == '#') {
      skipToLineEnd();
    } else if (c == '\n' || c == '\r') {
      lineEnd();
    } else if (c == '\\') {
      at += peek(1) == '\r' && peek(2) == '\n' ? 3 : 2;
    } else if (prefixedQuote() >= 0) {
      string(prefixedQuote());
    } else if (isWord(c)) {
      int start = at;
      while (isWord(peek(0))) {
        at++;
      }
      add(Kind.NAME, content.substring(start, at), start);
    } else if (c == ';') {
      add(Kind.LINE_END, "", at++);
    } else if (c <= ' ') {
      at++;
    } else {
      operator(c);
    }
  }

  private void lineEnd() {
    if (depth == 0) {
      add(Kind.LINE_END, "", at);
    }
    at += peek(0) == '\r' && peek(1) == '\n' ? 2 : 1;
    if (depth == 0) {
      lineStart = at;
    }
  }

  private void operator(char c) {
    if (c == ')' || c == ']' || c == '}') {
      depth = Math.max(0, depth - 1);
    }
    int start = at++;
    // `==`, `+=`, `:=` and the like assign in another way than `=`, or not at all.
    if (peek(0) == '=' && "=!<>+-*/%&|^@:".indexOf(c) >= 0) {
      at++;
    } else if (c == '*' && peek(0) == '*') {
      at++;
    }
    add(Kind.OPERATOR, content.substring(start, at), start);
    if (c == '(' || c == '[' || c == '{') {
      depth++;
    }
  }

  /** How many letters stand before a quote here: none to two; negative where no string begins. */
  private int prefixedQuote() {
    for (int letters = 0; letters <= 2; letters++) {
      char c = peek(letters);
      if (c == '"' || c == '\'') {
        return letters;
      }
      if ("rRuUbBfFtT".indexOf(c) < 0) {
        return -1;
      }
    }
    return -1;
  }

  private void string(int letters) {
    String prefix = content.substring(at, at + letters);
    boolean raw = prefix.equalsIgnoreCase("r");
    at += letters;
    char quote = peek(0);
    boolean three = peek(1) == quote && peek(2) == quote;
    String closing = String.valueOf(quote).repeat(three ? 3 : 1);
    at += closing.length();
    int start = at;
    while (at < content.length() && !content.startsWith(closing, at)) {
      if (!three && (peek(0) == '\n' || peek(0) == '\r')) {
        add(Kind.STRING, null, start);
        return;
      }
      at = Math.min(at + (peek(0) == '\\' ? 2 : 1), content.length());
    }
    String value = content.substring(start, at);
    boolean plain = prefix.isEmpty() || raw || prefix.equalsIgnoreCase("u");
    boolean isText = plain && at < content.length() && (raw || value.indexOf('\\') < 0);
    add(Kind.STRING, isText ? value : null, start);
    at = Math.min(at + closing.length(), content.length());
  }

  private void skipToLineEnd() {
    while (at < content.length() && peek(0) != '\n' && peek(0) != '\r') {
      at++;
    }
  }

  private void add(Kind kind, String text, int offset) {
    boolean first = kind == Kind.NAME && depth == 0 && offset == lineStart;
    tokens.add(new Token(kind, text, offset, depth, first));
  }

  /** The character so far ahead; NUL after the end. */
  private char peek(int ahead) {
    return at + ahead < content.length() ? content.charAt(at + ahead) : '\0';
  }

  private static boolean isWord(char c) {
    return Ascii.isLetterOrDigit(c) || c == '_' || c > 0x7F;
  }
}
