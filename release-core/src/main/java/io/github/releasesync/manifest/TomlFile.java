package io.github.releasesync.manifest;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import org.tomlj.TomlVersion;

/**
 * A TOML document whose values know where they stand. Read as TOML 1.0: what Cargo before 1.94 and
 * Python's tomllib refuse is refused here too.
 */
final class TomlFile {

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
  static Table parse(SourceText text) {
    TomlParseResult result = read(text);
    if (result.hasErrors()) {
      TomlParseError error = result.errors().get(0);
      TomlPosition at = error.position();
      throw Invalid.syntax(
          text, new Place(text.file(), at.line(), at.column()), "not TOML: " + error.getMessage());
    }
    return new TomlFile(text).new Table(result, Place.of(text.file()));
  }

  private static TomlParseResult read(SourceText text) {
    TomlGuard.check(text);
    try {
      return Toml.parse(text.content(), TomlVersion.V1_0_0);
    } catch (NullPointerException e) {
      // tomlj 2.2.0 throws it at an inline table that breaks off in a comment.
      throw Invalid.syntax(text, Place.of(text.file()), "not TOML: an inline table is not closed");
    }
  }

  /** A table: a {@code [header]}, an inline table, or what dotted keys make. */
  final class Table {
    private final TomlTable table;
    private final Place place;

    private Table(TomlTable table, Place place) {
      this.table = table;
      this.place = place;
    }

    /** Where the table begins; the whole file for the root. */
    Place place() {
      return place;
    }

    /** The keys of this table, in the order of the document. */
    Set<String> keys() {
      return table.keySet();
    }

    boolean has(String key) {
      return table.contains(List.of(key));
    }

    boolean isString(String key) {
      return table.isString(List.of(key));
    }

    boolean isTable(String key) {
      return table.isTable(List.of(key));
    }

    boolean isArray(String key) {
      return table.isArray(List.of(key));
    }

    boolean isBoolean(String key) {
      return table.isBoolean(List.of(key));
    }

    /** Where the key stands. */
    Place keyPlace(String key) {
      return placeOf(table.inputPositionOf(List.of(key)));
    }

    /**
     * The string under a key, with the place of its first character.
     *
     * @throws ReleaseException with {@link Code#MANIFEST_INVALID} where there is something else
     */
    Optional<Located<String>> string(String key) {
      if (!has(key)) {
        return Optional.empty();
      }
      require(isString(key), key, "a string");
      return Optional.of(new Located<>(table.getString(List.of(key)), valuePlace(key)));
    }

    /**
     * The boolean under a key.
     *
     * @throws ReleaseException with {@link Code#MANIFEST_INVALID} where there is something else
     */
    Optional<Boolean> bool(String key) {
      if (!has(key)) {
        return Optional.empty();
      }
      require(isBoolean(key), key, "true or false");
      return Optional.of(table.getBoolean(List.of(key)));
    }

    /**
     * The whole number under a key.
     *
     * @throws ReleaseException with {@link Code#MANIFEST_INVALID} where there is something else
     */
    Optional<Long> integer(String key) {
      if (!has(key)) {
        return Optional.empty();
      }
      require(table.isLong(List.of(key)), key, "a whole number");
      return Optional.of(table.getLong(List.of(key)));
    }

    /**
     * The table under a key.
     *
     * @throws ReleaseException with {@link Code#MANIFEST_INVALID} where there is something else
     */
    Optional<Table> table(String key) {
      if (!has(key)) {
        return Optional.empty();
      }
      require(isTable(key), key, "a table");
      return Optional.of(new Table(table.getTable(List.of(key)), keyPlace(key)));
    }

    /**
     * The strings of the array under a key, each with its place; empty where there is no such key.
     *
     * @throws ReleaseException with {@link Code#MANIFEST_INVALID} where there is something else
     */
    List<Located<String>> strings(String key) {
      TomlArray array = array(key);
      for (int i = 0; array != null && i < array.size(); i++) {
        require(array.isString(i), key, "an array of strings");
      }
      return stringsAmong(key);
    }

    /**
     * The strings of the array under a key that may hold tables too, each with its place; empty
     * where there is no such key.
     *
     * @throws ReleaseException with {@link Code#MANIFEST_INVALID} where there is no array
     */
    List<Located<String>> stringsAmong(String key) {
      List<Located<String>> strings = new ArrayList<>();
      TomlArray array = array(key);
      for (int i = 0; array != null && i < array.size(); i++) {
        if (array.isString(i)) {
          TomlPosition at = array.inputPositionOf(i);
          int offset = afterQuotes(text.offset(at.line(), at.column()));
          strings.add(new Located<>(array.getString(i), text.place(offset)));
        }
      }
      return List.copyOf(strings);
    }

    /**
     * The tables of the array under a key; empty where there is no such key.
     *
     * @throws ReleaseException with {@link Code#MANIFEST_INVALID} where there is something else
     */
    List<Table> tables(String key) {
      List<Table> tables = new ArrayList<>();
      TomlArray array = array(key);
      for (int i = 0; array != null && i < array.size(); i++) {
        require(array.isTable(i), key, "an array of tables");
        tables.add(new Table(array.getTable(i), placeOf(array.inputPositionOf(i))));
      }
      return tables;
    }

    private TomlArray array(String key) {
      if (!has(key)) {
        return null;
      }
      require(isArray(key), key, "an array");
      return table.getArray(List.of(key));
    }

    private void require(boolean holds, String key, String expected) {
      if (!holds) {
        throw notA(key, expected);
      }
    }

    /** The refusal of a value that is not what its key must have. */
    ReleaseException notA(String key, String expected) {
      return Invalid.at(
          keyPlace(key), "`" + key + "` is not " + expected, "write " + expected + " there");
    }

    private Place valuePlace(String key) {
      TomlPosition at = table.inputPositionOf(List.of(key));
      return text.place(afterQuotes(afterEquals(text.offset(at.line(), at.column()))));
    }
  }

  private Place placeOf(TomlPosition at) {
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
