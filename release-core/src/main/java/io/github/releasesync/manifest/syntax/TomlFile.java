package io.github.releasesync.manifest.syntax;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A TOML document whose values have positions. A {@code Cargo.toml} is TOML 1.1, as Cargo 1.94 and
 * later read it; everything else is TOML 1.0, as Python's tomllib reads it.
 */
public final class TomlFile {

  /**
   * tomlj takes seconds and 100 MB for a megabyte. PlainToml reads what is that large, as locks
   * are.
   */
  static final int MOST_FOR_TOMLJ = 128 << 10;

  private final SourceText text;

  private TomlFile(SourceText text) {
    this.text = text;
  }

  /**
   * Reads a document.
   *
   * @param text the document's text
   * @return its root table
   * @throws ReleaseException with {@link Code#MANIFEST_INVALID} at the first error
   */
  public static Table parse(SourceText text) {
    Map<String, TomlNode> plain = PlainToml.read(text.content(), TomlDialect.of(text.file()));
    return new TomlFile(text).new Table(plain == null ? whole(text) : plain, Place.of(text.file()));
  }

  /** The document as tomlj reads it: all of TOML, and the words for what is wrong. */
  static Map<String, TomlNode> whole(SourceText text) {
    TomlParseResult result = read(text);
    if (result.hasErrors()) {
      TomlParseError error = result.errors().get(0);
      TomlPosition at = error.position();
      throw InvalidManifest.syntax(
          text, new Place(text.file(), at.line(), at.column()), "not TOML: " + error.getMessage());
    }
    return nodes(result);
  }

  private static TomlParseResult read(SourceText text) {
    TomlDialect dialect = TomlDialect.of(text.file());
    TomlGuard.check(text, dialect);
    if (text.content().length() > MOST_FOR_TOMLJ) {
      throw InvalidManifest.syntax(
          text,
          text.place(PlainToml.unusualAt(text.content(), dialect)),
          "not TOML, or of a kind that is read only in files of at most "
              + MOST_FOR_TOMLJ
              + " characters: escapes, multi-line strings, floats, dates");
    }
    try {
      return Toml.parse(text.content(), dialect.version());
    } catch (NullPointerException e) {
      // tomlj 2.2.0 throws it at an inline table that breaks off in a comment.
      throw InvalidManifest.syntax(
          text, Place.of(text.file()), "not TOML: an inline table is not closed");
    }
  }

  private static Map<String, TomlNode> nodes(TomlTable table) {
    Map<String, TomlNode> nodes = new LinkedHashMap<>();
    for (String key : table.keySet()) {
      List<String> path = List.of(key);
      nodes.put(key, node(table.get(path), table.inputPositionOf(path)));
    }
    return nodes;
  }

  private static TomlNode node(Object value, TomlPosition at) {
    if (value instanceof TomlTable table) {
      return new TomlNode(at.line(), at.column(), null, nodes(table), null);
    }
    if (value instanceof TomlArray array) {
      List<TomlNode> elements = new ArrayList<>();
      for (int i = 0; i < array.size(); i++) {
        elements.add(node(array.get(i), array.inputPositionOf(i)));
      }
      return new TomlNode(at.line(), at.column(), null, null, elements);
    }
    return new TomlNode(at.line(), at.column(), value, null, null);
  }

  /** A table: a {@code [header]}, an inline table, or what dotted keys make. */
  public final class Table {
    private final Map<String, TomlNode> table;
    private final Place place;

    private Table(Map<String, TomlNode> table, Place place) {
      this.table = table;
      this.place = place;
    }

    /** Where the table begins; the whole file for the root. */
    public Place place() {
      return place;
    }

    /** The keys of this table, in the order of the document. */
    public Set<String> keys() {
      return table.keySet();
    }

    public boolean has(String key) {
      return table.containsKey(key);
    }

    public boolean isString(String key) {
      return has(key) && table.get(key).scalar() instanceof String;
    }

    public boolean isTable(String key) {
      return has(key) && table.get(key).table() != null;
    }

    public boolean isArray(String key) {
      return has(key) && table.get(key).array() != null;
    }

    public boolean isBoolean(String key) {
      return has(key) && table.get(key).scalar() instanceof Boolean;
    }

    /** The value under a key without its places, to compare with another: a list, map or scalar. */
    public Optional<Object> plain(String key) {
      return Optional.ofNullable(table.get(key)).map(TomlNode::plain);
    }

    /** The place of the key. */
    public Place keyPlace(String key) {
      return placeOf(table.get(key));
    }

    /**
     * The string under a key, with the place of its first character.
     *
     * @throws ReleaseException with {@link Code#MANIFEST_INVALID} where there is something else
     */
    public Optional<Located<String>> string(String key) {
      if (!has(key)) {
        return Optional.empty();
      }
      require(isString(key), key, "a string");
      return Optional.of(new Located<>((String) table.get(key).scalar(), valuePlace(key)));
    }

    /**
     * The boolean under a key.
     *
     * @throws ReleaseException with {@link Code#MANIFEST_INVALID} where there is something else
     */
    public Optional<Boolean> bool(String key) {
      if (!has(key)) {
        return Optional.empty();
      }
      require(isBoolean(key), key, "true or false");
      return Optional.of((Boolean) table.get(key).scalar());
    }

    /**
     * The whole number under a key.
     *
     * @throws ReleaseException with {@link Code#MANIFEST_INVALID} where there is something else
     */
    public Optional<Long> integer(String key) {
      if (!has(key)) {
        return Optional.empty();
      }
      require(table.get(key).scalar() instanceof Long, key, "a whole number");
      return Optional.of((Long) table.get(key).scalar());
    }

    /**
     * The table under a key.
     *
     * @throws ReleaseException with {@link Code#MANIFEST_INVALID} where there is something else
     */
    public Optional<Table> table(String key) {
      if (!has(key)) {
        return Optional.empty();
      }
      require(isTable(key), key, "a table");
      return Optional.of(new Table(table.get(key).table(), keyPlace(key)));
    }

    /**
     * The strings of the array under a key, each with its place; empty where there is no such key.
     *
     * @throws ReleaseException with {@link Code#MANIFEST_INVALID} where there is something else
     */
    public List<Located<String>> strings(String key) {
      for (TomlNode element : array(key)) {
        require(element.scalar() instanceof String, key, "an array of strings");
      }
      return stringsAmong(key);
    }

    /**
     * The strings of the array under a key that may hold tables too, each with its place; empty
     * where there is no such key.
     *
     * @throws ReleaseException with {@link Code#MANIFEST_INVALID} where there is no array
     */
    public List<Located<String>> stringsAmong(String key) {
      List<Located<String>> strings = new ArrayList<>();
      for (TomlNode element : array(key)) {
        if (element.scalar() instanceof String value) {
          int offset = afterQuotes(text.offset(element.line(), element.column()));
          strings.add(new Located<>(value, text.place(offset)));
        }
      }
      return List.copyOf(strings);
    }

    /**
     * The tables of the array under a key; empty where there is no such key.
     *
     * @throws ReleaseException with {@link Code#MANIFEST_INVALID} where there is something else
     */
    public List<Table> tables(String key) {
      List<Table> tables = new ArrayList<>();
      for (TomlNode element : array(key)) {
        require(element.table() != null, key, "an array of tables");
        tables.add(new Table(element.table(), placeOf(element)));
      }
      return tables;
    }

    /**
     * The tables of the array under a key that may hold other things too; empty where there is no
     * such key.
     *
     * @throws ReleaseException with {@link Code#MANIFEST_INVALID} where there is no array
     */
    public List<Table> tablesAmong(String key) {
      return array(key).stream()
          .filter(element -> element.table() != null)
          .map(element -> new Table(element.table(), placeOf(element)))
          .toList();
    }

    private List<TomlNode> array(String key) {
      if (!has(key)) {
        return List.of();
      }
      require(isArray(key), key, "an array");
      return table.get(key).array();
    }

    private void require(boolean holds, String key, String expected) {
      if (!holds) {
        throw notA(key, expected);
      }
    }

    /** The refusal of a value that is not what its key must have. */
    public ReleaseException notA(String key, String expected) {
      return InvalidManifest.at(
          keyPlace(key), "`" + key + "` is not " + expected, "write " + expected + " there");
    }

    private Place valuePlace(String key) {
      TomlNode at = table.get(key);
      return text.place(afterQuotes(afterEquals(text.offset(at.line(), at.column()))));
    }
  }

  private Place placeOf(TomlNode at) {
    return new Place(text.file(), at.line(), at.column());
  }

  /** From the beginning of a key, over quoted and dotted parts, to its value. */
  private int afterEquals(int from) {
    String content = text.content();
    int at = from;
    while (at < content.length() && content.charAt(at) != '=') {
      char c = content.charAt(at);
      at = c == '"' || c == '\'' ? endOfQuoted(at) : at + 1;
    }
    at++;
    while (at < content.length() && (content.charAt(at) == ' ' || content.charAt(at) == '\t')) {
      at++;
    }
    return Math.min(at, content.length());
  }

  private int endOfQuoted(int from) {
    String content = text.content();
    char quote = content.charAt(from);
    int at = from + 1;
    while (at < content.length() && content.charAt(at) != quote) {
      at += quote == '"' && content.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  private int afterQuotes(int from) {
    String content = text.content();
    if (!content.startsWith("\"\"\"", from) && !content.startsWith("'''", from)) {
      return from + 1;
    }
    int at = from + 3;
    // A line end right after the opening quotes is not part of the string.
    if (content.startsWith("\r\n", at)) {
      return at + 2;
    }
    return content.startsWith("\n", at) ? at + 1 : at;
  }
}
