package io.github.releasesync.manifest.syntax;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table of another tool's settings: {@code release.toml}, {@code [tool.commitizen]}. The meaning
 * of its keys is not known here.
 *
 * @param place where it begins
 * @param keys its keys, in the order of the file
 */
public record ToolTable(Place place, List<ToolKey> keys) {

  /**
   * Reads a table of a TOML document.
   *
   * @param text the document
   * @param path the names of the tables around it and its own; empty for the whole document
   * @return the table, if there is one
   * @throws ReleaseException with {@link Code#MANIFEST_INVALID} if it is no TOML
   */
  public static Optional<ToolTable> read(SourceText text, String... path) {
    TomlFile.Table table = TomlFile.parse(text);
    for (String name : path) {
      if (!table.isTable(name)) {
        return Optional.empty();
      }
      table = table.table(name).orElseThrow();
    }
    return Optional.of(of(table));
  }

  /**
   * A key of the table.
   *
   * @param name its name
   * @return the key, if it is there
   */
  public Optional<ToolKey> key(String name) {
    return keys.stream().filter(key -> key.name().equals(name)).findFirst();
  }

  /**
   * The string under a key.
   *
   * @param name the key's name
   * @return the string, if there is one
   */
  public Optional<String> text(String name) {
    return key(name).flatMap(ToolKey::text);
  }

  private static ToolTable of(TomlFile.Table table) {
    List<ToolKey> keys = new ArrayList<>();
    for (String name : table.keys()) {
      boolean array = table.isArray(name);
      keys.add(
          new ToolKey(
              name,
              table.keyPlace(name),
              table.isString(name)
                  ? table.string(name).map(located -> located.value())
                  : Optional.empty(),
              table.isBoolean(name) ? table.bool(name) : Optional.empty(),
              array ? table.stringsAmong(name) : List.of(),
              array ? table.tablesAmong(name).stream().map(ToolTable::of).toList() : List.of()));
    }
    return new ToolTable(table.place(), List.copyOf(keys));
  }
}
