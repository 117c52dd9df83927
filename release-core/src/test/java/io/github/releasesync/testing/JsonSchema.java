package io.github.releasesync.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * As much of JSON Schema 2020-12 as the schemas here use; another keyword is an error of the test.
 * Members that the schema does not describe are told as well, so that nothing is undocumented.
 */
public final class JsonSchema {

  private static final Set<String> WITHOUT_EFFECT =
      Set.of("$schema", "$id", "$defs", "title", "description");

  private final JsonObject root;

  public JsonSchema(String text) {
    this.root = JsonParser.parseString(text).getAsJsonObject();
  }

  /** The schema of check.json, as it is in the jar. */
  public static JsonSchema ofCheck() {
    return of("check");
  }

  /** The schema of a report, by its name, as it is in the jar. */
  public static JsonSchema of(String name) {
    try (InputStream in =
        JsonSchema.class.getResourceAsStream("/io/github/releasesync/" + name + ".schema.json")) {
      return new JsonSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with a document; empty if nothing is. */
  public List<String> violations(String document) {
    List<String> violations = new ArrayList<>();
    check("", JsonParser.parseString(document), root, violations);
    return violations;
  }

  private void check(String path, JsonElement value, JsonObject schema, List<String> violations) {
    for (Map.Entry<String, JsonElement> keyword : schema.entrySet()) {
      if (!WITHOUT_EFFECT.contains(keyword.getKey())
          && !holds(path, value, schema, keyword, violations)) {
        violations.add(path + " breaks " + keyword.getKey() + " " + keyword.getValue());
      }
    }
  }

  private boolean holds(
      String path,
      JsonElement value,
      JsonObject schema,
      Map.Entry<String, JsonElement> keyword,
      List<String> violations) {
    JsonElement wanted = keyword.getValue();
    switch (keyword.getKey()) {
      case "$ref":
        String name = wanted.getAsString().replace("#/$defs/", "");
        check(path, value, root.getAsJsonObject("$defs").getAsJsonObject(name), violations);
        return true;
      case "type":
        return types(wanted).stream().anyMatch(type -> isOf(type, value));
      case "const":
        return value.equals(wanted);
      case "enum":
        return wanted.getAsJsonArray().contains(value);
      case "minimum":
        return !isOf("integer", value) || value.getAsLong() >= wanted.getAsLong();
      case "pattern":
        return !isOf("string", value)
            || Pattern.compile(wanted.getAsString()).matcher(value.getAsString()).find();
      case "required":
        return !value.isJsonObject()
            || wanted.getAsJsonArray().asList().stream()
                .allMatch(member -> value.getAsJsonObject().has(member.getAsString()));
      case "properties":
        properties(path, value, wanted.getAsJsonObject(), violations);
        return true;
      case "items":
        if (value.isJsonArray()) {
          int i = 0;
          for (JsonElement item : value.getAsJsonArray()) {
            check(path + "[" + i++ + "]", item, wanted.getAsJsonObject(), violations);
          }
        }
        return true;
      case "anyOf":
        return wanted.getAsJsonArray().asList().stream()
            .anyMatch(other -> fits(path, value, other.getAsJsonObject()));
      default:
        throw new IllegalArgumentException(keyword.getKey() + " in " + schema);
    }
  }

  private boolean fits(String path, JsonElement value, JsonObject schema) {
    List<String> violations = new ArrayList<>();
    check(path, value, schema, violations);
    return violations.isEmpty();
  }

  private void properties(
      String path, JsonElement value, JsonObject described, List<String> violations) {
    if (!value.isJsonObject()) {
      return;
    }
    for (Map.Entry<String, JsonElement> member : value.getAsJsonObject().entrySet()) {
      JsonElement schema = described.get(member.getKey());
      String below = path + "/" + member.getKey();
      if (schema == null) {
        violations.add(below + " is not described");
      } else {
        check(below, member.getValue(), schema.getAsJsonObject(), violations);
      }
    }
  }

  private static List<String> types(JsonElement type) {
    JsonArray types = new JsonArray();
    if (type.isJsonArray()) {
      types.addAll(type.getAsJsonArray());
    } else {
      types.add(type);
    }
    return types.asList().stream().map(JsonElement::getAsString).toList();
  }

  private static boolean isOf(String type, JsonElement value) {
    JsonPrimitive primitive = value.isJsonPrimitive() ? value.getAsJsonPrimitive() : null;
    return switch (type) {
      case "null" -> value.isJsonNull();
      case "object" -> value.isJsonObject();
      case "array" -> value.isJsonArray();
      case "string" -> primitive != null && primitive.isString();
      case "boolean" -> primitive != null && primitive.isBoolean();
      case "integer" ->
          primitive != null && primitive.isNumber() && primitive.getAsString().matches("-?[0-9]+");
      default -> throw new IllegalArgumentException(type);
    };
  }
}
