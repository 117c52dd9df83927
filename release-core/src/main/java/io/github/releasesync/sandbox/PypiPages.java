package io.github.releasesync.sandbox;

import io.github.releasesync.json.Json;
import io.github.releasesync.manifest.python.ProjectName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The pages of PyPI: the simple index (PEP 503, 691, 700, 714, 592) and its JSON API. */
final class PypiPages {

  static final String SIMPLE_JSON = "application/vnd.pypi.simple.v1+json";
  private static final String API_VERSION = "1.1";

  private final String base;
  private final ActiveFaults faults;
  private final Json json = new Json();

  PypiPages(String base, ActiveFaults faults) {
    this.base = base;
    this.faults = faults;
  }

  byte[] projects(Collection<ProjectRecord> projects, boolean asJson) {
    if (asJson) {
      Map<String, Object> page = new LinkedHashMap<>();
      page.put("meta", Map.of("api-version", API_VERSION));
      page.put("projects", projects.stream().map(p -> Map.of("name", p.name())).toList());
      return bytes(json.line(page));
    }
    return html(
        "Simple index",
        projects.stream()
            .map(p -> "<a href=\"" + ProjectName.normalize(p.name()) + "/\">" + p.name() + "</a>")
            .toList());
  }

  /** The page of a project; empty if it has no file to show. */
  byte[] project(ProjectRecord project, boolean asJson) {
    faults.look(Side.PYPI, project.files().stream().map(ProjectRecord.Dist::filename).toList());
    List<ProjectRecord.Dist> files =
        project.files().stream().filter(f -> faults.shows(Side.PYPI, f.filename())).toList();
    if (files.isEmpty()) {
      return new byte[0];
    }
    if (!asJson) {
      return html("Links for " + project.name(), files.stream().map(this::link).toList());
    }
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("meta", Map.of("api-version", API_VERSION));
    page.put("name", ProjectName.normalize(project.name()));
    page.put("versions", files.stream().map(ProjectRecord.Dist::version).distinct().toList());
    page.put("files", files.stream().map(this::file).toList());
    return bytes(json.line(page));
  }

  /** The JSON API of a project or release. */
  Map<String, Object> api(ProjectRecord project, List<ProjectRecord.Dist> release) {
    ProjectRecord.Dist first = release.get(0);
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("name", project.name());
    info.put("version", first.version());
    info.put("summary", first.summary());
    info.put("requires_python", first.requiresPython().orElse(null));
    info.put("yanked", release.stream().allMatch(f -> f.yanked().isPresent()));
    info.put("yanked_reason", first.yanked().filter(r -> !r.isEmpty()).orElse(null));
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("info", info);
    page.put("last_serial", project.files().size());
    page.put("urls", release.stream().map(this::url).toList());
    return page;
  }

  /** Every release by its version, as the API of a project shows it. */
  Map<String, List<Object>> releases(ProjectRecord project) {
    Map<String, List<Object>> releases = new LinkedHashMap<>();
    for (ProjectRecord.Dist file : project.files()) {
      releases.computeIfAbsent(file.version(), v -> new ArrayList<>()).add(url(file));
    }
    return releases;
  }

  private Map<String, Object> file(ProjectRecord.Dist file) {
    Object metadata = file.metadataSha256().<Object>map(s -> Map.of("sha256", s)).orElse(false);
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("filename", file.filename());
    shown.put("url", address(file));
    shown.put("hashes", Map.of("sha256", faults.indexSum(file.sha256())));
    shown.put("requires-python", file.requiresPython().orElse(null));
    shown.put("size", file.size());
    shown.put("upload-time", file.uploaded().toString());
    shown.put("yanked", yanked(file.yanked()));
    shown.put("core-metadata", metadata);
    shown.put("data-dist-info-metadata", metadata);
    shown.put("provenance", null);
    return shown;
  }

  private String link(ProjectRecord.Dist file) {
    StringBuilder link = new StringBuilder("<a href=\"");
    link.append(address(file))
        .append("#sha256=")
        .append(faults.indexSum(file.sha256()))
        .append('"');
    file.requiresPython()
        .ifPresent(r -> link.append(" data-requires-python=\"").append(escaped(r)).append('"'));
    file.metadataSha256()
        .ifPresent(
            s ->
                link.append(" data-dist-info-metadata=\"sha256=")
                    .append(s)
                    .append("\" data-core-metadata=\"sha256=")
                    .append(s)
                    .append('"'));
    file.yanked().ifPresent(r -> link.append(" data-yanked=\"").append(escaped(r)).append('"'));
    return link.append('>').append(file.filename()).append("</a>").toString();
  }

  private Map<String, Object> url(ProjectRecord.Dist file) {
    Map<String, Object> digests = new LinkedHashMap<>();
    digests.put("blake2b_256", file.blake2());
    digests.put("md5", file.md5());
    digests.put("sha256", faults.apiSum(file.sha256()));
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("filename", file.filename());
    shown.put("packagetype", file.kind());
    shown.put("python_version", file.pyversion());
    shown.put("requires_python", file.requiresPython().orElse(null));
    shown.put("size", file.size());
    shown.put("upload_time_iso_8601", file.uploaded().toString());
    shown.put("url", address(file));
    shown.put("digests", digests);
    shown.put("yanked", file.yanked().isPresent());
    shown.put("yanked_reason", file.yanked().filter(r -> !r.isEmpty()).orElse(null));
    return shown;
  }

  private String address(ProjectRecord.Dist file) {
    return base + "/files/" + file.sha256() + "/" + file.filename();
  }

  private static Object yanked(Optional<String> reason) {
    return reason.<Object>map(text -> text.isEmpty() ? true : text).orElse(false);
  }

  private static byte[] html(String title, List<String> lines) {
    return bytes(
        "<!DOCTYPE html>\n<html>\n  <head>\n    <meta name=\"pypi:repository-version\" content=\""
            + API_VERSION
            + "\">\n    <title>"
            + title
            + "</title>\n  </head>\n  <body>\n    <h1>"
            + title
            + "</h1>\n"
            + lines.stream().map(line -> "    " + line + "<br />\n").collect(Collectors.joining())
            + "  </body>\n</html>\n");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
