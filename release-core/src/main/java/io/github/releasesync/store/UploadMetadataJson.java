package io.github.releasesync.store;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.artifact.ArtifactKind;
import io.github.releasesync.artifact.CoreMetadata;
import io.github.releasesync.artifact.InspectedArtifact;
import io.github.releasesync.artifact.UploadMetadata;
import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** The file format of the upload metadata of a staged artifact. */
final class UploadMetadataJson {

  private static final int SCHEMA = 1;

  private UploadMetadataJson() {}

  static String write(InspectedArtifact inspected) {
    String sha256 = inspected.artifact().sha256().hex();
    UploadMetadata metadata = inspected.upload();
    if (metadata instanceof UploadMetadata.OfCrate crate) {
      return new Json()
          .write(
              new Document(
                  SCHEMA, sha256, crate.manifest(), crate.readme().orElse(null), null, null, null));
    }
    UploadMetadata.OfPython python = (UploadMetadata.OfPython) metadata;
    CoreMetadata core = python.core();
    return new Json()
        .write(
            new Document(
                SCHEMA,
                sha256,
                null,
                null,
                python.pythonTag(),
                core.headers(),
                core.description()));
  }

  /**
   * The metadata of an artifact; throws JsonException or IllegalArgumentException for what is none,
   * or is of other bytes.
   */
  static UploadMetadata read(String text, Artifact artifact) {
    JsonValue json = new Json().read(text);
    if (json.get("schema").integer() != SCHEMA) {
      throw new IllegalArgumentException("this version reads schema " + SCHEMA);
    }
    if (!json.get("sha256").string().equals(artifact.sha256().hex())) {
      throw new IllegalArgumentException("this is of other bytes");
    }
    if (artifact.kind() == ArtifactKind.CRATE) {
      return new UploadMetadata.OfCrate(json.get("manifest").string(), string(json, "readme"));
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
      String sha256,
      String manifest,
      String readme,
      String pythonTag,
      List<CoreMetadata.Header> headers,
      String description) {}
}
