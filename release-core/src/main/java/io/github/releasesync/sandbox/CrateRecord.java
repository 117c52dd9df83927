package io.github.releasesync.sandbox;

import io.github.releasesync.json.JsonValue;
import io.github.releasesync.manifest.cargo.CrateName;
import io.github.releasesync.version.SemVer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A crate with its versions in order of publishing.
 *
 * @param name as it was first published
 * @param changed when anything changed last
 * @param owners login names
 * @param versions all of them, yanked ones too
 */
record CrateRecord(String name, Instant changed, List<String> owners, List<Version> versions) {

  /**
   * A version.
   *
   * @param num the version
   * @param sha256 of the archive
   * @param size of the archive
   * @param yanked whether resolvers must leave it out
   * @param yankMessage the reason, if given
   * @param created when it was published
   * @param published the JSON that was sent with it
   */
  record Version(
      String num,
      String sha256,
      long size,
      boolean yanked,
      Optional<String> yankMessage,
      Instant created,
      JsonValue published) {

    Version withYanked(boolean now, Optional<String> message) {
      return new Version(num, sha256, size, now, message, created, published);
    }

    String item(String crate) {
      return CrateName.canonical(crate) + "/" + num;
    }

    private Map<String, Object> write() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("num", num);
      json.put("sha256", sha256);
      json.put("size", size);
      json.put("yanked", yanked);
      json.put("yankMessage", yankMessage.orElse(null));
      json.put("created", created.toString());
      json.put("published", published);
      return json;
    }

    private static Version read(JsonValue json) {
      return new Version(
          json.get("num").string(),
          json.get("sha256").string(),
          json.get("size").integer(),
          json.get("yanked").bool(),
          json.find("yankMessage").map(JsonValue::string),
          Instant.parse(json.get("created").string()),
          json.get("published"));
    }
  }

  Optional<Version> version(String num) {
    return versions.stream().filter(v -> v.num().equals(num)).findFirst();
  }

  /** The highest version, by preference one that is not yanked. */
  Version newest() {
    return versions.stream()
        .max(
            Comparator.comparing((Version v) -> !v.yanked())
                .thenComparing(v -> SemVer.parse(v.num())))
        .orElseThrow();
  }

  CrateRecord with(Version version, Instant now) {
    List<Version> more = new ArrayList<>(versions);
    int there = version(version.num()).map(more::indexOf).orElse(-1);
    if (there < 0) {
      more.add(version);
    } else {
      more.set(there, version);
    }
    return new CrateRecord(name, now, owners, List.copyOf(more));
  }

  CrateRecord withOwners(List<String> others, Instant now) {
    return new CrateRecord(name, now, List.copyOf(others), versions);
  }

  Map<String, Object> write() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("changed", changed.toString());
    json.put("owners", owners);
    json.put("versions", versions.stream().map(Version::write).toList());
    return json;
  }

  static CrateRecord read(JsonValue json) {
    return new CrateRecord(
        json.get("name").string(),
        Instant.parse(json.get("changed").string()),
        json.get("owners").list().stream().map(JsonValue::string).toList(),
        json.get("versions").list().stream().map(Version::read).toList());
  }
}
