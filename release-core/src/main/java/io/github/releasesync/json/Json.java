package io.github.releasesync.json;

import com.google.gson.FormattingStyle;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON strictly (RFC 8259) and writes it. */
public final class Json {

  /** The maximum nesting of values; real answers of registries stay below ten. */
  private static final int MAX_DEPTH = 100;

  /**
   * Writes a value. Records become objects with their components in order; null stays visible.
   *
   * @param value records, collections, maps, strings, enum constants by name, numbers, booleans,
   *     {@link JsonValue} or null
   * @return indented JSON with a final line end, always {@code \n}
   */
  public String write(Object value) {
    return JsonOutput.of(value, FormattingStyle.PRETTY) + "\n";
  }

  /**
   * Writes a value on one line: for journals, indexes and the wire.
   *
   * @param value as for {@link #write}
   * @return JSON without spaces and without a line end
   */
  public String line(Object value) {
    return JsonOutput.of(value, FormattingStyle.COMPACT);
  }

  /**
   * Reads one document. Comments, trailing data, single quotes, NaN and the like are refused, and
   * so is an object that names a member twice: two readers would see two different documents.
   *
   * @param text the document
   * @return its value
   * @throws JsonException if it is not JSON
   */
  public JsonValue read(String text) {
    try {
      JsonReader reader = new JsonReader(new StringReader(text));
      reader.setStrictness(Strictness.STRICT);
      reader.setNestingLimit(MAX_DEPTH);
      JsonValue value = value(reader, "");
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new JsonException("not JSON: something follows the document");
      }
      return value;
    } catch (EOFException e) {
      throw new JsonException(text.isBlank() ? "not JSON: empty" : "not JSON: cut off");
    } catch (MalformedJsonException e) {
      throw new JsonException("not JSON: malformed");
    } catch (IOException e) {
      throw new JsonException("not JSON: " + e.getMessage());
    }
  }

  private static JsonValue value(JsonReader reader, String path) throws IOException {
    JsonToken token = reader.peek();
    return switch (token) {
      case BEGIN_OBJECT -> new JsonValue(path, members(reader, path));
      case BEGIN_ARRAY -> new JsonValue(path, items(reader, path));
      case STRING -> new JsonValue(path, reader.nextString());
      case NUMBER -> new JsonValue(path, new JsonValue.Digits(reader.nextString()));
      case BOOLEAN -> new JsonValue(path, reader.nextBoolean());
      case NULL -> {
        reader.nextNull();
        yield new JsonValue(path, JsonValue.NOTHING);
      }
      default -> throw new JsonException("not JSON: malformed");
    };
  }

  private static Map<String, JsonValue> members(JsonReader reader, String path) throws IOException {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      String below = path.isEmpty() ? name : path + "." + name;
      if (members.put(name, value(reader, below)) != null) {
        throw new JsonException("not JSON: duplicate key " + JsonException.shown(below));
      }
    }
    reader.endObject();
    return members;
  }

  private static List<JsonValue> items(JsonReader reader, String path) throws IOException {
    List<JsonValue> items = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      items.add(value(reader, path + "[" + items.size() + "]"));
    }
    reader.endArray();
    return items;
  }
}
