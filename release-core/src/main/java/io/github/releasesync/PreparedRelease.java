package io.github.releasesync;

import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonException;
import io.github.releasesync.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code prepare} does to the repository, written down before each step so that whatever
 * happens in between can be undone.
 *
 * @param version the release version with its post number
 * @param branch the branch that is released
 * @param before the commit that the branch named before
 * @param message the message of the release commit
 * @param tag the name of the tag; empty where none is made
 * @param files the sha256 of each file then, by path from the top of the work tree
 * @param commit the release commit, once it is made; {@code before} where nothing had to change
 * @param tagObject the tag's object, once it is made
 * @param done whether everything is made that was asked for
 */
record PreparedRelease(
    String version,
    String branch,
    String before,
    String message,
    Optional<String> tag,
    Map<String, String> files,
    Optional<String> commit,
    Optional<String> tagObject,
    boolean done) {

  /** Stands for the sha256 of a file that the release deletes. */
  static final String DELETED = "";

  /** The files that the release deletes. */
  List<String> deleted() {
    return files.entrySet().stream()
        .filter(file -> file.getValue().equals(DELETED))
        .map(Map.Entry::getKey)
        .toList();
  }

  PreparedRelease withCommit(String id) {
    return new PreparedRelease(
        version, branch, before, message, tag, files, Optional.of(id), tagObject, done);
  }

  PreparedRelease withTagObject(String id) {
    return new PreparedRelease(
        version, branch, before, message, tag, files, commit, Optional.of(id), done);
  }

  PreparedRelease finished() {
    return new PreparedRelease(
        version, branch, before, message, tag, files, commit, tagObject, true);
  }

  List<String> paths() {
    return List.copyOf(files.keySet());
  }

  String toJson() {
    List<Map<String, Object>> list = new ArrayList<>();
    files.forEach((path, sha256) -> list.add(Map.of("path", path, "sha256", sha256)));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", 1);
    json.put("done", done);
    json.put("version", version);
    json.put("branch", branch);
    json.put("before", before);
    json.put("message", message);
    json.put("tag", tag.orElse(null));
    json.put("commit", commit.orElse(null));
    json.put("tagObject", tagObject.orElse(null));
    json.put("files", list);
    return new Json().write(json);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws JsonException if it is something else
   */
  static PreparedRelease fromJson(String text) {
    JsonValue json = new Json().read(text);
    Map<String, String> files = new LinkedHashMap<>();
    for (JsonValue file : json.get("files").list()) {
      files.put(file.get("path").string(), file.get("sha256").string());
    }
    return new PreparedRelease(
        json.get("version").string(),
        json.get("branch").string(),
        json.get("before").string(),
        json.get("message").string(),
        json.find("tag").map(JsonValue::string),
        files,
        json.find("commit").map(JsonValue::string),
        json.find("tagObject").map(JsonValue::string),
        json.get("done").bool());
  }
}
