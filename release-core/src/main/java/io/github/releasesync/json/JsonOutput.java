package io.github.releasesync.json;

import com.google.gson.FormattingStyle;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes one document. Gson's writer does the writing; the values are walked here because Gson's
 * own walk loads 150 classes first, which a check of ten crates notices.
 */
final class JsonOutput {

  private final StringWriter text = new StringWriter();
  private final JsonWriter writer = new JsonWriter(text);
  private final Map<Class<?>, RecordComponent[]> components = new HashMap<>();

  private JsonOutput(FormattingStyle style) {
    writer.setFormattingStyle(style);
  }

  /**
   * Writes a value.
   *
   * @throws IllegalArgumentException if it is none that {@link Json#write} names
   */
  static String of(Object value, FormattingStyle style) {
    JsonOutput output = new JsonOutput(style);
    try {
      output.write(value);
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes what is written", e);
    }
    return output.text.toString();
  }

  private void write(Object value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value instanceof String string) {
      writer.value(string);
    } else if (value instanceof Enum<?> constant) {
      writer.value(constant.name());
    } else if (value instanceof Number number) {
      writer.value(number);
    } else if (value instanceof Boolean bool) {
      writer.value(bool);
    } else if (value instanceof Map<?, ?> map) {
      write(map);
    } else if (value instanceof Collection<?> list) {
      write(list);
    } else if (value instanceof Record object) {
      write(object);
    } else if (value instanceof JsonValue json) {
      write(json.plain());
    } else {
      throw new IllegalArgumentException("no JSON for " + value.getClass());
    }
  }

  private void write(Map<?, ?> map) throws IOException {
    writer.beginObject();
    for (Map.Entry<?, ?> member : map.entrySet()) {
      writer.name(member.getKey().toString());
      write(member.getValue());
    }
    writer.endObject();
  }

  private void write(Collection<?> list) throws IOException {
    writer.beginArray();
    for (Object item : list) {
      write(item);
    }
    writer.endArray();
  }

  private void write(Record object) throws IOException {
    writer.beginObject();
    for (RecordComponent component : componentsOf(object.getClass())) {
      writer.name(component.getName());
      write(read(component, object));
    }
    writer.endObject();
  }

  private RecordComponent[] componentsOf(Class<?> type) {
    return components.computeIfAbsent(
        type,
        t -> {
          RecordComponent[] found = t.getRecordComponents();
          for (RecordComponent component : found) {
            // The records of documents are private to those who write them.
            component.getAccessor().setAccessible(true);
          }
          return found;
        });
  }

  private static Object read(RecordComponent component, Record object) {
    try {
      return component.getAccessor().invoke(object);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("no JSON for " + object.getClass(), e);
    }
  }
}
