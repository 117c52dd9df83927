package io.github.releasesync.manifest.syntax;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the TOML that manifests and locks are written in, twenty times faster than tomlj and
 * without its start-up. It has no opinion of its own: whatever is unusual (escapes, multi-line
 * strings, floats, dates, a table that is opened twice) or wrong is left to tomlj, so that both
 * read the same values, at the same positions. See docs/decisions/0008-speed.md.
 */
final class PlainToml {

  /** Deeper than any manifest; tomlj sees to the rest. */
  private static final int MAX_DEPTH = 16;

  /** A long holds each number of so many digits. */
  private static final int MAX_DIGITS = 18;

  /** Left to tomlj. Without a trace: it is no failure, and large files may begin with it. */
  private static final class Unusual extends Exception {
    private Unusual() {
      super(null, null, false, false);
    }
  }

  private final String content;
  private final boolean linesInTables;
  private final Map<String, TomlNode> root = new LinkedHashMap<>();

  /** Tables that {@code [a.b]} opened or went through, and elements of {@code [[a]]}. */
  private final Set<TomlNode> opened = identities();

  private final Set<TomlNode> arraysOfTables = identities();
  private final Set<TomlNode> dotted = identities();
  private int at;
  private int line = 1;
  private int lineStart;

  private PlainToml(String content, TomlDialect dialect) {
    this.content = content;
    this.linesInTables = dialect.linesInTables();
  }

  /**
   * Reads a document.
   *
   * @return its root table; null where tomlj has to decide
   */
  static Map<String, TomlNode> read(String content, TomlDialect dialect) {
    PlainToml document = new PlainToml(content, dialect);
    try {
      document.lines();
      return document.root;
    } catch (Unusual e) {
      return null;
    }
  }

  /**
   * Where reading ends in a document that {@link #read} leaves to tomlj.
   *
   * @return offset of what is unusual, or shortly after
   */
  static int unusualAt(String content, TomlDialect dialect) {
    PlainToml document = new PlainToml(content, dialect);
    try {
      document.lines();
    } catch (Unusual e) {
      // The offset says it.
    }
    return Math.min(document.at, content.length());
  }

  private void lines() throws Unusual {
    Map<String, TomlNode> table = root;
    while (true) {
      skipBlanks();
      if (at == content.length()) {
        return;
      }
      if (current() == '[') {
        table = header();
      } else if (!isLineEnd() && current() != '#') {
        keyValue(table, 0);
      }
      lineEnd();
    }
  }

  private Map<String, TomlNode> header() throws Unusual {
    int start = at;
    boolean element = content.startsWith("[[", at);
    at += element ? 2 : 1;
    List<String> keys = key();
    expect(']');
    if (element) {
      expect(']');
    }
    Map<String, TomlNode> table = root;
    for (String key : keys.subList(0, keys.size() - 1)) {
      table = through(table, key, start);
    }
    String last = keys.get(keys.size() - 1);
    return element ? element(table, last, start) : open(table, last, start);
  }

  private Map<String, TomlNode> through(Map<String, TomlNode> table, String key, int start)
      throws Unusual {
    TomlNode known = table.get(key);
    if (known == null) {
      return open(table, key, start);
    }
    if (arraysOfTables.contains(known)) {
      return known.array().get(known.array().size() - 1).table();
    }
    require(opened.contains(known));
    return known.table();
  }

  private Map<String, TomlNode> open(Map<String, TomlNode> table, String key, int start)
      throws Unusual {
    TomlNode opening = table(start);
    opened.add(opening);
    put(table, key, opening);
    return opening.table();
  }

  private Map<String, TomlNode> element(Map<String, TomlNode> table, String key, int start)
      throws Unusual {
    TomlNode array = table.get(key);
    if (array == null) {
      array = array(start);
      arraysOfTables.add(array);
      table.put(key, array);
    }
    require(arraysOfTables.contains(array));
    TomlNode element = table(start);
    array.array().add(element);
    return element.table();
  }

  private void keyValue(Map<String, TomlNode> table, int depth) throws Unusual {
    int start = at;
    List<String> keys = key();
    expect('=');
    skipBlanks();
    Map<String, TomlNode> owner = table;
    for (String key : keys.subList(0, keys.size() - 1)) {
      TomlNode known = owner.get(key);
      if (known == null) {
        known = table(start);
        dotted.add(known);
        owner.put(key, known);
      }
      require(dotted.contains(known));
      owner = known.table();
    }
    put(owner, keys.get(keys.size() - 1), value(start, depth));
  }

  private static void put(Map<String, TomlNode> table, String key, TomlNode value) throws Unusual {
    require(table.put(key, value) == null);
  }

  /** A key with its dots, and the blanks around them. */
  private List<String> key() throws Unusual {
    List<String> parts = new ArrayList<>(2);
    do {
      skipBlanks();
      parts.add(keyPart());
      skipBlanks();
    } while (skip('.'));
    return parts;
  }

  private String keyPart() throws Unusual {
    char first = current();
    if (first == '"' || first == '\'') {
      return string();
    }
    int start = at;
    while (isBare(current())) {
      at++;
    }
    require(at > start);
    return content.substring(start, at);
  }

  /**
   * A value.
   *
   * @param position the offset that counts as its position
   */
  private TomlNode value(int position, int depth) throws Unusual {
    char first = current();
    if (first == '"' || first == '\'') {
      return scalar(position, string());
    }
    if (first == '[') {
      return arrayValue(position, depth + 1);
    }
    if (first == '{') {
      return inlineTable(position, depth + 1);
    }
    if (isDigit(first)) {
      return scalar(position, number());
    }
    boolean value = content.startsWith("true", at);
    require(value || content.startsWith("false", at));
    at += value ? 4 : 5;
    return scalar(position, value);
  }

  private String string() throws Unusual {
    char quote = current();
    int start = ++at;
    while (current() != quote) {
      require(isText(current()) && !(quote == '"' && current() == '\\'));
      at++;
    }
    String text = content.substring(start, at++);
    // Three quotes open a multi-line string.
    require(!text.isEmpty() || current() != quote);
    return text;
  }

  private Long number() throws Unusual {
    int start = at;
    while (isDigit(current())) {
      at++;
    }
    int digits = at - start;
    require(digits <= MAX_DIGITS && (digits == 1 || content.charAt(start) != '0'));
    return Long.valueOf(content.substring(start, at));
  }

  private TomlNode arrayValue(int position, int depth) throws Unusual {
    require(depth <= MAX_DEPTH);
    // The position first: an array may span lines.
    TomlNode array = array(position);
    at++;
    skipBlanksAndLines();
    while (!skip(']')) {
      array.array().add(value(at, depth));
      skipBlanksAndLines();
      if (skip(',')) {
        skipBlanksAndLines();
      } else {
        require(current() == ']');
      }
    }
    return array;
  }

  private TomlNode inlineTable(int position, int depth) throws Unusual {
    require(depth <= MAX_DEPTH);
    // The position first: with lines in tables, it may span some.
    TomlNode table = table(position);
    at++;
    skipInTable();
    if (skip('}')) {
      return table;
    }
    do {
      skipInTable();
      if (linesInTables && current() == '}') {
        break;
      }
      keyValue(table.table(), depth);
      skipInTable();
    } while (skip(','));
    expect('}');
    return table;
  }

  private void skipInTable() throws Unusual {
    if (linesInTables) {
      skipBlanksAndLines();
    } else {
      skipBlanks();
    }
  }

  private void lineEnd() throws Unusual {
    skipBlanks();
    if (current() == '#') {
      comment();
    }
    require(at == content.length() || isLineEnd());
    newLine();
  }

  private void comment() throws Unusual {
    while (at < content.length() && !isLineEnd()) {
      require(isText(current()));
      at++;
    }
  }

  private void skipBlanksAndLines() throws Unusual {
    skipBlanks();
    while (current() == '#' || isLineEnd()) {
      lineEnd();
      skipBlanks();
    }
  }

  private void newLine() {
    if (at < content.length()) {
      at += current() == '\r' ? 2 : 1;
      line++;
      lineStart = at;
    }
  }

  private boolean isLineEnd() {
    return current() == '\n' || current() == '\r' && content.startsWith("\n", at + 1);
  }

  private void skipBlanks() {
    while (current() == ' ' || current() == '\t') {
      at++;
    }
  }

  private boolean skip(char c) {
    boolean found = current() == c;
    at += found ? 1 : 0;
    return found;
  }

  private void expect(char c) throws Unusual {
    require(skip(c));
  }

  /** The character that is next; NUL, which no document may hold, at the end. */
  private char current() {
    return at < content.length() ? content.charAt(at) : '\0';
  }

  private static void require(boolean usual) throws Unusual {
    if (!usual) {
      throw new Unusual();
    }
  }

  /** No control character, and nothing from the surrogates on: there a column is no index. */
  private static boolean isText(char c) {
    return c == '\t' || c >= ' ' && c < '\u007f' || c > '\u009f' && c < '\ud800';
  }

  private static boolean isBare(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '-' || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private TomlNode scalar(int position, Object value) {
    return new TomlNode(line, column(position), value, null, null);
  }

  private TomlNode table(int position) {
    return new TomlNode(line, column(position), null, new LinkedHashMap<>(), null);
  }

  private TomlNode array(int position) {
    return new TomlNode(line, column(position), null, null, new ArrayList<>());
  }

  /** Of a position on this line. */
  private int column(int position) {
    return position - lineStart + 1;
  }

  private static Set<TomlNode> identities() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
