package io.github.releasesync.manifest.syntax;

import io.github.releasesync.problem.Place;
import io.github.releasesync.text.Located;
import java.util.List;
import java.util.Optional;

/**
 * One key of another tool's settings, with the value in whichever form it has.
 *
 * @param name the key
 * @param place its place
 * @param text its value, if that is a string
 * @param flag its value, if that is true or false
 * @param texts the strings of its array; empty for anything else
 * @param tables the tables of its array; empty for anything else
 */
public record ToolKey(
    String name,
    Place place,
    Optional<String> text,
    Optional<Boolean> flag,
    List<Located<String>> texts,
    List<ToolTable> tables) {

  /**
   * Whether the value is this boolean.
   *
   * @param value true or false
   * @return true if so
   */
  public boolean is(boolean value) {
    return flag.filter(f -> f == value).isPresent();
  }

  /**
   * The same key with one of its values.
   *
   * @param value a value and its place
   * @return the key with that place
   */
  public ToolKey at(Located<String> value) {
    return new ToolKey(name, value.place(), Optional.of(value.value()), flag, texts, tables);
  }
}
