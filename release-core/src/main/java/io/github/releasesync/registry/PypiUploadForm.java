package io.github.releasesync.registry;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.artifact.ArtifactKind;
import io.github.releasesync.artifact.CoreMetadata;
import io.github.releasesync.artifact.InspectedArtifact;
import io.github.releasesync.artifact.UploadMetadata;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The form of PyPI's legacy upload: the fields of the artifact's own metadata, and the file, which
 * is streamed. See PyPI's documentation, "Upload API".
 */
final class PypiUploadForm {

  /** Headers that have a plural name in the form. */
  private static final Map<String, String> PLURAL =
      Map.of("classifier", "classifiers", "project_url", "project_urls");

  /** The other headers that PyPI reads. Unknown headers are ignored. */
  private static final Set<String> SAME_NAME =
      Set.of(
          "metadata_version",
          "name",
          "version",
          "summary",
          "description_content_type",
          "keywords",
          "home_page",
          "download_url",
          "author",
          "author_email",
          "maintainer",
          "maintainer_email",
          "license",
          "license_expression",
          "license_file",
          "requires_python",
          "requires_dist",
          "requires_external",
          "provides_dist",
          "provides_extra",
          "obsoletes_dist",
          "requires",
          "provides",
          "obsoletes",
          "platform",
          "supported_platform",
          "dynamic",
          "import_name",
          "import_namespace");

  /** One field of the form. */
  record Field(String name, String value) {}

  private final Artifact artifact;
  private final List<Field> fields = new ArrayList<>();

  private PypiUploadForm(Artifact artifact) {
    this.artifact = artifact;
  }

  /** The form for a wheel or sdist. */
  static PypiUploadForm of(InspectedArtifact inspected) {
    Artifact artifact = inspected.artifact();
    if (!(inspected.upload() instanceof UploadMetadata.OfPython python)) {
      throw new IllegalArgumentException("not a file for PyPI: " + artifact.filename());
    }
    PypiUploadForm form = new PypiUploadForm(artifact);
    boolean wheel = artifact.kind() == ArtifactKind.WHEEL;
    form.fill(wheel ? "bdist_wheel" : "sdist", python.pythonTag(), python.core());
    return form;
  }

  private void fill(String filetype, String pyversion, CoreMetadata metadata) {
    add(":action", "file_upload");
    add("protocol_version", "1");
    add("filetype", filetype);
    add("pyversion", pyversion);
    add("sha256_digest", artifact.sha256().hex());
    for (CoreMetadata.Header header : metadata.headers()) {
      String name = header.name().toLowerCase(Locale.ROOT).replace('-', '_');
      if (PLURAL.containsKey(name)) {
        add(PLURAL.get(name), header.value());
      } else if (SAME_NAME.contains(name)) {
        add(name, header.value());
      }
    }
    if (!metadata.description().isEmpty()) {
      add("description", metadata.description());
    }
  }

  private void add(String name, String value) {
    fields.add(new Field(name, value));
  }

  List<Field> fields() {
    return List.copyOf(fields);
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary();
  }

  /** The body with all parts; the file is streamed. */
  BodyPublisher body(Path file) {
    StringBuilder start = new StringBuilder();
    for (Field field : fields) {
      start.append("--").append(boundary()).append("\r\n");
      start.append("Content-Disposition: form-data; name=\"").append(field.name()).append("\"\r\n");
      start.append("\r\n").append(field.value()).append("\r\n");
    }
    start.append("--").append(boundary()).append("\r\n");
    start.append("Content-Disposition: form-data; name=\"content\"; filename=\"");
    start.append(artifact.filename()).append("\"\r\n");
    start.append("Content-Type: application/octet-stream\r\n\r\n");
    String end = "\r\n--" + boundary() + "--\r\n";
    try {
      return BodyPublishers.concat(
          BodyPublishers.ofString(start.toString(), StandardCharsets.UTF_8),
          BodyPublishers.ofFile(file),
          BodyPublishers.ofString(end, StandardCharsets.UTF_8));
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A boundary made of the file's hash, which the file cannot contain. */
  private String boundary() {
    return "release-sync-" + artifact.sha256().hex().substring(0, 48);
  }
}
