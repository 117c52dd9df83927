package io.github.releasesync.report;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.files.OutputDirectory;
import io.github.releasesync.goal.PackageResult;
import io.github.releasesync.json.Json;
import io.github.releasesync.packaging.LeftOut;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** package.json. New versions only add fields. */
public final class PackageJson {

  private static final int SCHEMA = 1;

  private PackageJson() {}

  /**
   * The report of the package goal.
   *
   * @param result its result
   * @return the document
   */
  public static String write(PackageResult result) {
    return new Json()
        .write(
            new Document(
                SCHEMA,
                result.artifacts().isEmpty() ? "nothing" : "packaged",
                OutputDirectory.display(result.root(), result.distDirectory()),
                result.commit().orElse(null),
                result.dirty(),
                result.artifacts().stream().map(PackageJson::entry).toList(),
                result.leftOut().stream().map(PackageJson::entry).toList(),
                result.removed()));
  }

  /** An artifact in the format of artifacts.json. */
  static Map<String, Object> entry(Artifact artifact) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("kind", artifact.kind().word());
    entry.put("package", artifact.packageName());
    entry.put("version", artifact.version());
    entry.put("filename", artifact.filename());
    entry.put("size", artifact.size());
    entry.put("sha256", artifact.sha256().hex());
    return entry;
  }

  private static Map<String, Object> entry(LeftOut one) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("package", one.packageId());
    entry.put("reason", one.reason().id());
    return entry;
  }

  private record Document(
      int schema,
      String verdict,
      String directory,
      String commit,
      boolean dirty,
      List<Map<String, Object>> artifacts,
      List<Map<String, Object>> leftOut,
      List<String> removed) {}
}
