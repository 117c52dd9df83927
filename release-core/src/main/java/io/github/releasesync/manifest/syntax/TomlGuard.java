package io.github.releasesync.manifest.syntax;

import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.SourceText;

/**
 * Finds, in one pass over a large document, the mistakes from which tomlj 2.2.0 recovers in
 * quadratic time: a string that its line does not close, and an array or table with something in it
 * that is no value or without a comma. A lock of 100 kB that was mangled by a merge is no reason to
 * wait. It accepts every TOML document, and much that is none: tomlj has the last word.
 */
final class TomlGuard {

  /** Below this many characters, tomlj's recovery takes less than half a second. */
  private static final int LEAST = 16_000;

  /** As deep as tomlj goes. */
  private static final int DEEPEST = 128;

  private final SourceText text;
  private final String content;
  private final boolean linesInTables;
  private int at;
  private int nesting;

  private TomlGuard(SourceText text, TomlDialect dialect) {
    this.text = text;
    this.linesInTables = dialect.linesInTables();
    this.content = text.content();
  }

  /**
   * Looks at a document that is large enough to matter.
   *
   * @throws ReleaseException at the first mistake of those kinds
   */
  static void check(SourceText text, TomlDialect dialect) {
    if (text.content().length() >= LEAST) {
      new TomlGuard(text, dialect).lines();
    }
  }

  private void lines() {
    while (at < content.length()) {
      skipWhile(" \t\r\n");
      if (isAt('[')) {
        header();
      } else if (at < content.length() && !isAt('#')) {
        keyValue();
      }
      skipUntil("");
    }
  }

  private void header() {
    skipUntil("]");
    if (!isAt(']')) {
      throw mistake("this header is not closed on its line");
    }
  }

  private void keyValue() {
    int start = at;
    if (".=,]{}".indexOf(content.charAt(at)) >= 0) {
      throw mistake("no key can begin like this");
    }
    skipUntil("=");
    if (!isAt('=')) {
      at = start;
      throw mistake("this key has no value");
    }
    at++;
    skipWhile(" \t");
    value();
  }

  /** A value outside of arrays; anything else than a bracket or brace is skipped with its line. */
  private void value() {
    if (isAt('[')) {
      array();
    } else if (isAt('{')) {
      inlineTable();
    } else if (at >= content.length() || !beginsScalar(content.charAt(at))) {
      throw mistake("no value can begin like this");
    }
  }

  private boolean beginsScalar(char first) {
    return first == '"'
        || first == '\''
        || first == '+'
        || first == '-'
        || isDigit(first)
        || isWord();
  }

  /** From an opening bracket to the one that closes it, with all arrays inside. */
  private void array() {
    int opening = at;
    int depth = 0;
    boolean wantsValue = true;
    do {
      skipBlanksAndComments();
      if (at >= content.length()) {
        return;
      }
      char c = content.charAt(at);
      if (c == ']') {
        depth--;
        wantsValue = false;
        at++;
      } else if (c == ',' && !wantsValue) {
        wantsValue = true;
        at++;
      } else if (!wantsValue) {
        throw mistake("a comma or ] is missing in " + openedAt("array", opening));
      } else if (c == '[') {
        depth++;
        at++;
      } else {
        element(c, "neither a value nor ] in " + openedAt("array", opening));
        wantsValue = false;
      }
    } while (depth > 0);
  }

  private void element(char first, String otherwise) {
    if (first == '"' || first == '\'') {
      string();
    } else if (first == '{') {
      inlineTable();
    } else if (beginsScalar(first)) {
      while (at < content.length() && ",]}#\n\"'[{".indexOf(content.charAt(at)) < 0) {
        at++;
      }
    } else {
      throw mistake(otherwise);
    }
  }

  private boolean isWord() {
    return content.startsWith("true", at)
        || content.startsWith("false", at)
        || content.startsWith("inf", at)
        || content.startsWith("nan", at);
  }

  private void inlineTable() {
    if (linesInTables) {
      tableOfLines();
    } else {
      tableOfOneLine();
    }
  }

  /** With lines inside, only its keys and values tell where a table ends. */
  private void tableOfLines() {
    int opening = at;
    if (++nesting > DEEPEST) {
      throw mistake("Nesting is too deep");
    }
    at++;
    skipBlanksAndComments();
    while (at < content.length() && !isAt('}')) {
      keyInTable();
      valueInTable(opening);
      skipBlanksAndComments();
      if (isAt(',')) {
        at++;
        skipBlanksAndComments();
      } else if (at < content.length() && !isAt('}')) {
        throw mistake("a comma or } is missing in " + openedAt("table", opening));
      }
    }
    if (at >= content.length()) {
      at = opening;
      throw mistake("this inline table is not closed");
    }
    at++;
    nesting--;
  }

  private void keyInTable() {
    int start = at;
    while (at < content.length() && "=\n,{}[]#".indexOf(content.charAt(at)) < 0) {
      if (isAt('"') || isAt('\'')) {
        string();
      } else {
        at++;
      }
    }
    if (!isAt('=')) {
      at = start;
      throw mistake("this key has no value");
    }
    at++;
    skipWhile(" \t");
  }

  private void valueInTable(int opening) {
    if (isAt('[')) {
      array();
    } else if (at < content.length()) {
      element(content.charAt(at), "no value can begin like this in " + openedAt("table", opening));
    }
  }

  /** From a brace to the one that closes it; tomlj handles the text in between. */
  private void tableOfOneLine() {
    int opening = at;
    int depth = 0;
    int brackets = 0;
    do {
      char c = content.charAt(at);
      brackets += c == '[' ? 1 : c == ']' ? -1 : 0;
      if (c == '\n' && brackets == 0 && !linesInTables) {
        at = opening;
        throw mistake("this inline table is not closed on its line");
      }
      if (c == '"' || c == '\'') {
        string();
        continue;
      }
      if (c == '#') {
        skipUntil("");
        continue;
      }
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      at++;
    } while (depth > 0 && at < content.length());
  }

  private void string() {
    int start = at;
    char quote = content.charAt(at);
    String three = String.valueOf(quote).repeat(3);
    if (content.startsWith(three, at)) {
      at += 3;
      while (at < content.length() && !content.startsWith(three, at)) {
        at += isEscape(quote) ? 2 : 1;
      }
      at += 3;
      // Up to two more quotes may precede the three closing ones.
      skipWhile(String.valueOf(quote));
      return;
    }
    at++;
    while (at < content.length() && content.charAt(at) != quote) {
      if (content.charAt(at) == '\n') {
        at = start;
        throw mistake("this string is not closed on its line");
      }
      at += isEscape(quote) ? 2 : 1;
    }
    at++;
  }

  private boolean isEscape(char quote) {
    return quote == '"' && content.charAt(at) == '\\';
  }

  private void skipBlanksAndComments() {
    skipWhile(" \t\r\n");
    while (isAt('#')) {
      skipToLineEnd();
      skipWhile(" \t\r\n");
    }
  }

  /** To one of the characters or to the end of the line, over strings and their line ends. */
  private void skipUntil(String stops) {
    while (at < content.length()) {
      char c = content.charAt(at);
      if (c == '\n' || stops.indexOf(c) >= 0) {
        return;
      }
      if (c == '#') {
        skipToLineEnd();
      } else if (c == '"' || c == '\'') {
        string();
      } else {
        at++;
      }
    }
  }

  private void skipToLineEnd() {
    int end = content.indexOf('\n', at);
    at = end < 0 ? content.length() : end;
  }

  private void skipWhile(String characters) {
    while (at < content.length() && characters.indexOf(content.charAt(at)) >= 0) {
      at++;
    }
  }

  private boolean isAt(char c) {
    return at < content.length() && content.charAt(at) == c;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private String openedAt(String what, int opening) {
    Place place = text.place(opening);
    return "the " + what + " opened at line " + place.line() + ", column " + place.column();
  }

  private ReleaseException mistake(String what) {
    return InvalidManifest.syntax(text, text.place(at), "not TOML: " + what);
  }
}
