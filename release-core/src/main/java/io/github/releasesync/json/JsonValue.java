package io.github.releasesync.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a JSON document, immutable. Each reading method requires a type, and refuses other
 * values with a {@link JsonException} that names the value by its path.
 */
public final class JsonValue {

  /** JSON's null. */
  static final Object NOTHING = new Object();

  private static final int MAX_INTEGER_LENGTH = 20;

  /** A number as it is written, so that reading it loses nothing. */
  record Digits(String text) {}

  private final String path;
  private final Object value;

  JsonValue(String path, Object value) {
    this.path = path;
    this.value = value;
  }

  /**
   * A member that must be there.
   *
   * @param key the member's name
   * @return its value, which may be null
   * @throws JsonException if this is not an object or has no such member
   */
  public JsonValue get(String key) {
    JsonValue member = members().get(key);
    if (member == null) {
      throw new JsonException(place() + " has no " + JsonException.shown(key));
    }
    return member;
  }

  /**
   * A member that may be missing. Null counts as missing.
   *
   * @param key the member's name
   * @return its value
   * @throws JsonException if this is not an object
   */
  public Optional<JsonValue> find(String key) {
    return Optional.ofNullable(members().get(key)).filter(member -> !member.isNull());
  }

  /**
   * Whether this is JSON's null.
   *
   * @return true for null
   */
  public boolean isNull() {
    return value == NOTHING;
  }

  /**
   * Whether this is an object.
   *
   * @return true for an object
   */
  public boolean isObject() {
    return value instanceof Map<?, ?>;
  }

  /**
   * Whether this is a list.
   *
   * @return true for a list
   */
  public boolean isList() {
    return value instanceof List<?>;
  }

  /**
   * Whether this is a string.
   *
   * @return true for a string
   */
  public boolean isString() {
    return value instanceof String;
  }

  /**
   * The text of a string.
   *
   * @return the text
   * @throws JsonException if this is not a string
   */
  public String string() {
    if (value instanceof String text) {
      return text;
    }
    throw refusal("a string");
  }

  /**
   * The value of a whole number.
   *
   * @return the number
   * @throws JsonException if this is not a whole number, or does not fit
   */
  public long integer() {
    if (value instanceof Digits digits && digits.text().length() <= MAX_INTEGER_LENGTH) {
      try {
        return Long.parseLong(digits.text());
      } catch (NumberFormatException e) {
        throw refusal("a whole number");
      }
    }
    throw refusal("a whole number");
  }

  /**
   * The value of a boolean.
   *
   * @return true or false
   * @throws JsonException if this is not a boolean
   */
  public boolean bool() {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw refusal("true or false");
  }

  /**
   * The items of a list.
   *
   * @return the items in order
   * @throws JsonException if this is not a list
   */
  @SuppressWarnings("unchecked") // Json puts nothing else into a list
  public List<JsonValue> list() {
    if (value instanceof List<?> items) {
      return Collections.unmodifiableList((List<JsonValue>) items);
    }
    throw refusal("a list");
  }

  /**
   * The members of an object.
   *
   * @return the members in order of the text
   * @throws JsonException if this is not an object
   */
  @SuppressWarnings("unchecked") // Json puts nothing else into a map
  public Map<String, JsonValue> members() {
    if (value instanceof Map<?, ?> members) {
      return Collections.unmodifiableMap((Map<String, JsonValue>) members);
    }
    throw refusal("an object");
  }

  /** The value as plain Java values, for writing. */
  Object plain() {
    if (value == NOTHING) {
      return null;
    }
    if (value instanceof Digits digits) {
      return new BigDecimal(digits.text());
    }
    if (isList()) {
      return list();
    }
    return isObject() ? new LinkedHashMap<>(members()) : value;
  }

  /** The type and path of this value, without its content: it may be large or secret. */
  @Override
  public String toString() {
    return place() + " (" + kind() + ")";
  }

  private JsonException refusal(String needed) {
    return new JsonException(place() + " is " + kind() + ", not " + needed);
  }

  private String place() {
    return path.isEmpty() ? "the document" : JsonException.shown(path);
  }

  private String kind() {
    if (isObject()) {
      return "an object";
    }
    if (isList()) {
      return "a list";
    }
    if (isString()) {
      return "a string";
    }
    if (isNull()) {
      return "null";
    }
    return value instanceof Boolean ? "true or false" : "a number";
  }
}
