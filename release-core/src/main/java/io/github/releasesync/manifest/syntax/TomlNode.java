package io.github.releasesync.manifest.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A value of a TOML document, with the position of its key, or of itself in an array.
 *
 * @param line 1-based line
 * @param column 1-based column in code points
 * @param scalar a String, Long, Boolean or a value that is not used; null for the others
 * @param table the values of a table, in the order of the document; null for the others
 * @param array the elements of an array; null for the others
 */
record TomlNode(
    int line, int column, Object scalar, Map<String, TomlNode> table, List<TomlNode> array) {

  /** The value without positions. */
  Object plain() {
    if (table != null) {
      Map<String, Object> values = new HashMap<>();
      table.forEach((key, node) -> values.put(key, node.plain()));
      return values;
    }
    return array == null ? scalar : array.stream().map(TomlNode::plain).toList();
  }
}
