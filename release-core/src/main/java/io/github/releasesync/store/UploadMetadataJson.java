package io.github.releasesync.store;

import io.github.releasesync.artifact.CoreMetadata;
import io.github.releasesync.artifact.UploadMetadata;
import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** The file format of the upload metadata of a staged artifact. */
final class UploadMetadataJson {

  private static final int SCHEMA = 1;

  private UploadMetadataJson() {}

  static String write(UploadMetadata metadata) {
    if (metadata instanceof UploadMetadata.OfCrate crate) {
      return new Json()
          .write(
              new Document(
                  SCHEMA, crate.manifest(), crate.readme().orElse(null), null, null, null));
    }
    UploadMetadata.OfPython python = (UploadMetadata.OfPython) metadata;
    CoreMetadata core = python.core();
    return new Json()
        .write(
            new Document(
                SCHEMA, null, null, python.pythonTag(), core.headers(), core.description()));
  }

  /** Reads metadata; throws JsonException or IllegalArgumentException for other text. */
  static UploadMetadata read(String text) {
    JsonValue json = new Json().read(text);
    if (json.get("schema").integer() != SCHEMA) {
      throw new IllegalArgumentException("this version reads schema " + SCHEMA);
    }
    Optional<String> manifest = string(json, "manifest");
    if (manifest.isPresent()) {
      return new UploadMetadata.OfCrate(manifest.get(), string(json, "readme"));
    }
    List<CoreMetadata.Header> headers =
        json.get("headers").list().stream()
            .map(h -> new CoreMetadata.Header(h.get("name").string(), h.get("value").string()))
            .toList();
    return new UploadMetadata.OfPython(
        json.get("pythonTag").string(),
        new CoreMetadata(headers, json.get("description").string()));
  }

  private static Optional<String> string(JsonValue json, String name) {
    return json.find(name).filter(JsonValue::isString).map(JsonValue::string);
  }

  private record Document(
      int schema,
      String manifest,
      String readme,
      String pythonTag,
      List<CoreMetadata.Header> headers,
      String description) {}
}
