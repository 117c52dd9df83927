package io.github.releasesync.prepare;

import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonException;
import io.github.releasesync.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The record of a prepare, written before each step so that an interruption can be undone.
 *
 * @param version the release version with its post-release number; for a separate follower, after
 *     its name
 * @param branch the release branch
 * @param before the commit of the branch before the release
 * @param message the message of the release commit
 * @param tag the name of the tag; empty for no tag
 * @param files the new sha256 of each file, by path from the top of the work tree
 * @param old the old sha256 of each of them that was there, by path from the top of the work tree
 * @param commit the release commit, once it exists; {@code before} if no file had to change
 * @param tagObject the object of the tag, once it exists
 * @param development the commit after it, if one is wanted
 * @param done whether the prepare is complete
 */
public record PrepareRecord(
    String version,
    String branch,
    String before,
    String message,
    Optional<String> tag,
    Map<String, String> files,
    Map<String, String> old,
    Optional<String> commit,
    Optional<String> tagObject,
    Optional<Development> development,
    boolean done) {

  /**
   * The commit after the release, with the next development version.
   *
   * @param message its message
   * @param files the new sha256 of each file that it changes, by path from the top of the work tree
   */
  public record Development(String message, Map<String, String> files) {}

  /** Stands for the sha256 of a file that the release deletes. */
  public static final String DELETED = "";

  /** The files that the release deletes. */
  List<String> deleted() {
    return files.entrySet().stream()
        .filter(file -> file.getValue().equals(DELETED))
        .map(Map.Entry::getKey)
        .toList();
  }

  PrepareRecord withOld(Map<String, String> saved) {
    return new PrepareRecord(
        version, branch, before, message, tag, files, saved, commit, tagObject, development, done);
  }

  PrepareRecord withCommit(String id) {
    return new PrepareRecord(
        version,
        branch,
        before,
        message,
        tag,
        files,
        old,
        Optional.of(id),
        tagObject,
        development,
        done);
  }

  PrepareRecord withTagObject(String id) {
    return new PrepareRecord(
        version,
        branch,
        before,
        message,
        tag,
        files,
        old,
        commit,
        Optional.of(id),
        development,
        done);
  }

  PrepareRecord finished() {
    return new PrepareRecord(
        version, branch, before, message, tag, files, old, commit, tagObject, development, true);
  }

  /** The files of the release. */
  List<String> paths() {
    return List.copyOf(files.keySet());
  }

  /** All files that change. */
  List<String> allPaths() {
    Set<String> all = new LinkedHashSet<>(files.keySet());
    development.ifPresent(next -> all.addAll(next.files().keySet()));
    return List.copyOf(all);
  }

  /** Whether this content was written by the release commit or the development commit. */
  boolean wrote(String path, String sha256) {
    return sha256.equals(files.get(path))
        || development.filter(next -> sha256.equals(next.files().get(path))).isPresent();
  }

  String toJson() {
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
    json.put("files", listOf(files));
    json.put("old", listOf(old));
    development.ifPresent(
        next ->
            json.put(
                "development", Map.of("message", next.message(), "files", listOf(next.files()))));
    return new Json().write(json);
  }

  private static List<Map<String, Object>> listOf(Map<String, String> files) {
    List<Map<String, Object>> list = new ArrayList<>();
    files.forEach((path, sha256) -> list.add(Map.of("path", path, "sha256", sha256)));
    return list;
  }

  private static Map<String, String> filesOf(JsonValue list) {
    Map<String, String> files = new LinkedHashMap<>();
    for (JsonValue file : list.list()) {
      files.put(file.get("path").string(), file.get("sha256").string());
    }
    return files;
  }

  /**
   * Reads the JSON of {@link #toJson}.
   *
   * @throws JsonException if it is another text
   */
  static PrepareRecord fromJson(String text) {
    JsonValue json = new Json().read(text);
    return new PrepareRecord(
        json.get("version").string(),
        json.get("branch").string(),
        json.get("before").string(),
        json.get("message").string(),
        json.find("tag").map(JsonValue::string),
        filesOf(json.get("files")),
        json.find("old").map(PrepareRecord::filesOf).orElse(Map.of()),
        json.find("commit").map(JsonValue::string),
        json.find("tagObject").map(JsonValue::string),
        json.find("development")
            .map(n -> new Development(n.get("message").string(), filesOf(n.get("files")))),
        json.get("done").bool());
  }
}
