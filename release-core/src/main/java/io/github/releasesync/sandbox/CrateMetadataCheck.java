package io.github.releasesync.sandbox;

import io.github.releasesync.json.JsonException;
import io.github.releasesync.json.JsonValue;
import io.github.releasesync.manifest.cargo.CrateName;
import io.github.releasesync.version.CargoRequirement;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.SemVer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The checks of crates.io for the JSON of a publish, in its order and mostly with its messages. */
final class CrateMetadataCheck {

  private static final int MAX_VERSION = 150;
  private static final int MAX_DESCRIPTION = 1000;
  private static final int MAX_KEYWORDS = 5;
  private static final int MAX_KEYWORD = 20;
  private static final int MAX_FEATURES = 300;
  private static final int MAX_DEPENDENCIES = 500;

  private CrateMetadataCheck() {}

  /**
   * Looks through the JSON.
   *
   * @throws Refusal with 400
   * @throws JsonException for a wrong type
   */
  static void check(JsonValue json) {
    checkName(json.get("name").string());
    checkVersion(json.get("vers").string());
    checkTexts(json);
    List<JsonValue> dependencies = list(json, "deps");
    if (dependencies.size() > MAX_DEPENDENCIES) {
      throw new Refusal(400, "crates.io only allows a maximum number of 500 dependencies.");
    }
    dependencies.forEach(CrateMetadataCheck::checkDependency);
    if (json.find("features").map(f -> f.members().size()).orElse(0) > MAX_FEATURES) {
      throw new Refusal(400, "crates.io only allows a maximum number of 300 features.");
    }
    IndexEntry.of("probe", probe(json), "");
  }

  private static void checkName(String name) {
    if (!CrateName.isValid(name)) {
      throw new Refusal(400, "invalid crate name: `" + name + "`");
    }
    if (CrateName.isReserved(name)) {
      throw new Refusal(400, "cannot upload a crate with a reserved name");
    }
  }

  private static void checkVersion(String version) {
    try {
      SemVer.parse(version);
      if (version.length() <= MAX_VERSION) {
        return;
      }
    } catch (InvalidVersionException e) {
      // refused below
    }
    throw new Refusal(400, "\"" + version + "\" is an invalid semver version");
  }

  private static void checkTexts(JsonValue json) {
    boolean licensed = isGiven(json, "license") || isGiven(json, "license_file");
    List<String> missing =
        Stream.of(isGiven(json, "description") ? "" : "description", licensed ? "" : "license")
            .filter(field -> !field.isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      throw new Refusal(
          400,
          "missing or empty metadata fields: "
              + String.join(", ", missing)
              + ". Please see https://doc.rust-lang.org/cargo/reference/manifest.html for more"
              + " information on configuring these fields");
    }
    if (json.get("description").string().length() > MAX_DESCRIPTION) {
      throw new Refusal(
          400,
          "The `description` is too long. A maximum of 1000 characters are"
              + " currently allowed.");
    }
    List<JsonValue> keywords = list(json, "keywords");
    if (keywords.size() > MAX_KEYWORDS) {
      throw new Refusal(400, "expected at most 5 keywords per crate");
    }
    for (JsonValue keyword : keywords) {
      if (keyword.string().length() > MAX_KEYWORD) {
        throw new Refusal(400, "\"" + keyword.string() + "\" is an invalid keyword");
      }
    }
    if (list(json, "categories").size() > MAX_KEYWORDS) {
      throw new Refusal(400, "expected at most 5 categories per crate");
    }
  }

  private static void checkDependency(JsonValue dependency) {
    String name = dependency.get("name").string();
    String requirement = dependency.get("version_req").string();
    if (List.of("*", "x", "X").contains(requirement.strip())) {
      throw new Refusal(
          400,
          "wildcard (`*`) dependency constraints are not allowed on crates.io. Crate with this"
              + " problem: `"
              + name
              + "` See https://doc.rust-lang.org/cargo/faq.html#can-libraries-use--as-a-version"
              + "-for-their-dependencies for more information");
    }
    try {
      CargoRequirement.parse(requirement);
    } catch (InvalidVersionException e) {
      throw new Refusal(400, "\"" + requirement + "\" is an invalid version requirement");
    }
    Optional<String> registry = dependency.find("registry").map(JsonValue::string);
    if (registry.isPresent() && !registry.get().equals(IndexEntry.CRATES_IO)) {
      throw new Refusal(
          400,
          "Dependency `"
              + name
              + "` is hosted on another registry. Cross-registry dependencies are not permitted on"
              + " crates.io.");
    }
  }

  /** Only to have every value read once, so that a wrong type is refused before it is stored. */
  private static CrateRecord.Version probe(JsonValue json) {
    return new CrateRecord.Version(
        json.get("vers").string(), "", 0, false, Optional.empty(), Instant.EPOCH, json);
  }

  private static boolean isGiven(JsonValue json, String key) {
    return json.find(key).map(JsonValue::string).filter(text -> !text.isBlank()).isPresent();
  }

  private static List<JsonValue> list(JsonValue json, String key) {
    return json.find(key).map(JsonValue::list).orElse(List.of());
  }
}
