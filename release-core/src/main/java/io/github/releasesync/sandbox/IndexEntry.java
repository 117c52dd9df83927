package io.github.releasesync.sandbox;

import io.github.releasesync.json.JsonValue;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The line of a version in the index, made from what was published (Cargo book, "Index Format";
 * crates.io's {@code crates_io_index}).
 */
final class IndexEntry {

  /** Cargo's name of crates.io when it publishes elsewhere; the sandbox replaces it. */
  static final String CRATES_IO = "https://github.com/rust-lang/crates.io-index";

  private IndexEntry() {}

  static Map<String, Object> of(String crate, CrateRecord.Version version, String sha256) {
    JsonValue published = version.published();
    Map<String, Object> plain = new LinkedHashMap<>();
    Map<String, Object> namespaced = new LinkedHashMap<>();
    features(published)
        .forEach((name, values) -> (isNamespaced(values) ? namespaced : plain).put(name, values));
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", crate);
    entry.put("vers", version.num());
    entry.put("deps", dependencies(published));
    entry.put("cksum", sha256);
    entry.put("features", plain);
    if (!namespaced.isEmpty()) {
      entry.put("features2", namespaced);
    }
    entry.put("yanked", version.yanked());
    published.find("links").ifPresent(links -> entry.put("links", links.string()));
    published.find("rust_version").ifPresent(rust -> entry.put("rust_version", rust.string()));
    entry.put("pubtime", version.created().truncatedTo(ChronoUnit.SECONDS).toString());
    if (!namespaced.isEmpty()) {
      entry.put("v", 2);
    }
    return entry;
  }

  private static List<Map<String, Object>> dependencies(JsonValue published) {
    List<Map<String, Object>> dependencies = new ArrayList<>();
    for (JsonValue dependency : list(published, "deps")) {
      String original = dependency.get("name").string();
      String alias =
          dependency.find("explicit_name_in_toml").map(JsonValue::string).orElse(original);
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", alias);
      entry.put("req", dependency.get("version_req").string());
      entry.put("features", list(dependency, "features"));
      entry.put("optional", bool(dependency, "optional"));
      entry.put("default_features", bool(dependency, "default_features"));
      entry.put("target", dependency.find("target").map(JsonValue::string).orElse(null));
      entry.put("kind", dependency.find("kind").map(JsonValue::string).orElse("normal"));
      if (!alias.equals(original)) {
        entry.put("package", original);
      }
      for (String key : List.of("artifact", "bindep_target", "lib")) {
        dependency.find(key).ifPresent(value -> entry.put(key, value));
      }
      dependencies.add(entry);
    }
    return dependencies;
  }

  private static Map<String, List<JsonValue>> features(JsonValue published) {
    Map<String, List<JsonValue>> features = new LinkedHashMap<>();
    published
        .find("features")
        .ifPresent(f -> f.members().forEach((name, values) -> features.put(name, values.list())));
    return features;
  }

  /** Cargo before 1.60 must not see {@code dep:} and {@code ?/}. */
  private static boolean isNamespaced(List<JsonValue> values) {
    return values.stream()
        .map(JsonValue::string)
        .anyMatch(value -> value.startsWith("dep:") || value.contains("?/"));
  }

  private static List<JsonValue> list(JsonValue value, String key) {
    return value.find(key).map(JsonValue::list).orElse(List.of());
  }

  private static boolean bool(JsonValue value, String key) {
    return value.find(key).map(JsonValue::bool).orElse(false);
  }
}
