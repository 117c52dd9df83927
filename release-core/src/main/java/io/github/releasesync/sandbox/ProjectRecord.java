package io.github.releasesync.sandbox;

import io.github.releasesync.json.JsonValue;
import io.github.releasesync.version.Pep440Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A Python project with its files in order of upload.
 *
 * @param name as it was first uploaded
 * @param changed when anything changed last
 * @param files of all releases
 */
record ProjectRecord(String name, Instant changed, List<Dist> files) {

  /**
   * A wheel or sdist.
   *
   * @param filename its name
   * @param version of its release, in normal form
   * @param kind {@code sdist} or {@code bdist_wheel}
   * @param pyversion as uploaded
   * @param size in bytes
   * @param sha256 of the file
   * @param md5 of the file
   * @param blake2 of the file
   * @param metadataSha256 of a wheel's METADATA
   * @param requiresPython the {@code Requires-Python} of the form
   * @param summary the {@code Summary} of the form
   * @param uploaded when
   * @param yanked why, if it is; an empty reason is one too
   */
  record Dist(
      String filename,
      String version,
      String kind,
      String pyversion,
      long size,
      String sha256,
      String md5,
      String blake2,
      Optional<String> metadataSha256,
      Optional<String> requiresPython,
      String summary,
      Instant uploaded,
      Optional<String> yanked) {

    Dist withYanked(Optional<String> reason) {
      return new Dist(
          filename,
          version,
          kind,
          pyversion,
          size,
          sha256,
          md5,
          blake2,
          metadataSha256,
          requiresPython,
          summary,
          uploaded,
          reason);
    }

    /** Other bytes under the same name. */
    Dist withBytes(byte[] bytes) {
      Blake2b other = new Blake2b();
      other.update(bytes, 0, bytes.length);
      return new Dist(
          filename,
          version,
          kind,
          pyversion,
          bytes.length,
          Digests.sha256(bytes),
          "",
          other.hex(),
          Optional.empty(),
          requiresPython,
          summary,
          uploaded,
          yanked);
    }

    boolean isSdist() {
      return kind.equals("sdist");
    }

    /** The key of a release: 1.0 and 1.0.0 are one. */
    String release() {
      return Pep440Version.parse(version).canonical();
    }

    private Map<String, Object> write() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("filename", filename);
      json.put("version", version);
      json.put("kind", kind);
      json.put("pyversion", pyversion);
      json.put("size", size);
      json.put("sha256", sha256);
      json.put("md5", md5);
      json.put("blake2", blake2);
      json.put("metadataSha256", metadataSha256.orElse(null));
      json.put("requiresPython", requiresPython.orElse(null));
      json.put("summary", summary);
      json.put("uploaded", uploaded.toString());
      json.put("yanked", yanked.orElse(null));
      return json;
    }

    private static Dist read(JsonValue json) {
      return new Dist(
          json.get("filename").string(),
          json.get("version").string(),
          json.get("kind").string(),
          json.get("pyversion").string(),
          json.get("size").integer(),
          json.get("sha256").string(),
          json.get("md5").string(),
          json.get("blake2").string(),
          json.find("metadataSha256").map(JsonValue::string),
          json.find("requiresPython").map(JsonValue::string),
          json.get("summary").string(),
          Instant.parse(json.get("uploaded").string()),
          json.find("yanked").map(JsonValue::string));
    }
  }

  Stream<Dist> release(String canonicalVersion) {
    return files.stream().filter(f -> f.release().equals(canonicalVersion));
  }

  ProjectRecord with(Dist file, Instant now) {
    List<Dist> more = new ArrayList<>(files);
    more.add(file);
    return new ProjectRecord(name, now, List.copyOf(more));
  }

  ProjectRecord changed(UnaryOperator<Dist> change, Instant now) {
    return new ProjectRecord(name, now, files.stream().map(change).toList());
  }

  Map<String, Object> write() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("changed", changed.toString());
    json.put("files", files.stream().map(Dist::write).toList());
    return json;
  }

  static ProjectRecord read(JsonValue json) {
    return new ProjectRecord(
        json.get("name").string(),
        Instant.parse(json.get("changed").string()),
        json.get("files").list().stream().map(Dist::read).toList());
  }
}
