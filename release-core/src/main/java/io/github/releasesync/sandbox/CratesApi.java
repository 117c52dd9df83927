package io.github.releasesync.sandbox;

import io.github.releasesync.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The records that crates.io's web API shows of crates. */
final class CratesApi {

  private final ActiveFaults faults;

  CratesApi(ActiveFaults faults) {
    this.faults = faults;
  }

  Map<String, Object> crate(CrateRecord crate) {
    CrateRecord.Version newest = crate.newest();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", crate.name());
    shown.put("name", crate.name());
    shown.put("description", text(newest, "description"));
    shown.put("homepage", text(newest, "homepage"));
    shown.put("documentation", text(newest, "documentation"));
    shown.put("repository", text(newest, "repository"));
    shown.put("max_version", newest.num());
    shown.put("newest_version", crate.versions().get(crate.versions().size() - 1).num());
    shown.put("default_version", newest.num());
    shown.put("yanked", newest.yanked());
    shown.put("num_versions", crate.versions().size());
    shown.put("trustpub_only", false);
    shown.put("created_at", crate.versions().get(0).created().toString());
    shown.put("updated_at", crate.changed().toString());
    return shown;
  }

  List<Map<String, Object>> versions(CrateRecord crate, List<CrateRecord.Version> versions) {
    return versions.stream().map(v -> version(crate, v)).toList();
  }

  Map<String, Object> version(CrateRecord crate, CrateRecord.Version version) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", crate.versions().indexOf(version) + 1);
    shown.put("crate", crate.name());
    shown.put("num", version.num());
    shown.put("dl_path", "/api/v1/crates/" + crate.name() + "/" + version.num() + "/download");
    shown.put("checksum", faults.apiSum(version.sha256()));
    shown.put("crate_size", version.size());
    shown.put("yanked", version.yanked());
    shown.put("yank_message", version.yankMessage().orElse(null));
    shown.put("license", text(version, "license"));
    shown.put("links", text(version, "links"));
    shown.put("rust_version", text(version, "rust_version"));
    shown.put("features", version.published().find("features").orElse(null));
    shown.put("created_at", version.created().toString());
    shown.put("updated_at", version.created().toString());
    shown.put("published_by", owner(0, "sandbox"));
    shown.put("trustpub_data", null);
    return shown;
  }

  static List<Map<String, Object>> owners(CrateRecord crate) {
    List<String> owners = crate.owners();
    return IntStream.range(0, owners.size()).mapToObj(i -> owner(i, owners.get(i))).toList();
  }

  private static Map<String, Object> owner(int id, String login) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", id + 1);
    shown.put("login", login);
    shown.put("name", login);
    shown.put("kind", login.contains(":") ? "team" : "user");
    shown.put("avatar", null);
    shown.put("url", null);
    return shown;
  }

  private static String text(CrateRecord.Version version, String key) {
    return version.published().find(key).map(JsonValue::string).orElse(null);
  }
}
