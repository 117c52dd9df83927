package io.github.releasesync.sandbox;

import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Pep440Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The registry that is shaped like PyPI. */
final class PypiRegistry {

  private static final Set<String> SIMPLE =
      Set.of(PypiPages.SIMPLE_JSON, "application/vnd.pypi.simple.latest+json");

  private final String base;
  private final SandboxOptions options;
  private final Tokens tokens;
  private final SandboxState disk;
  private final Records<ProjectRecord> projects;
  private final ActiveFaults faults;
  private final PypiPages pages;
  private final PypiUpload upload;
  private final Clock clock;

  /**
   * Loads the uploaded files.
   *
   * @param base the address of this registry, without a slash at its end
   */
  PypiRegistry(
      String base, SandboxOptions options, Tokens tokens, SandboxState disk, ActiveFaults faults) {
    this.base = base;
    this.options = options;
    this.tokens = tokens;
    this.disk = disk;
    this.faults = faults;
    this.clock = options.clock();
    this.projects = new Records<>(disk, "projects", ProjectRecord::read, ProjectRecord::write);
    this.pages = new PypiPages(base, faults);
    this.upload = new PypiUpload(disk, projects, faults, clock);
  }

  /**
   * Answers a request.
   *
   * @param path the segments below this registry
   */
  SandboxAnswer answer(SandboxCall call, List<String> path) throws IOException {
    try {
      if (path.get(0).equals("legacy")) {
        return legacy(call, path);
      }
      if (!call.isRead()) {
        throw new Refusal(405, "Method Not Allowed");
      }
      return switch (path.get(0)) {
        case "simple" -> simple(call, path.subList(1, path.size()));
        case "files" -> file(path);
        // The real one has its JSON API beside the index, below /pypi again.
        case "pypi" -> api(path.subList(1, path.size()));
        default -> api(path);
      };
    } catch (Refusal e) {
      return refusal(call, e.status(), e.getMessage());
    }
  }

  /**
   * Does what PyPI's web form does: a release cannot be yanked otherwise.
   *
   * @param reason why; empty to take the yank back
   * @throws IllegalArgumentException if there is no such release
   */
  void yank(String project, String version, Optional<String> reason) throws IOException {
    String release = Pep440Version.parse(version).canonical();
    projects.change(
        ProjectName.normalize(project),
        old ->
            old.filter(p -> p.release(release).findAny().isPresent())
                .orElseThrow(() -> new IllegalArgumentException("no " + project + " " + version))
                .changed(
                    f -> f.release().equals(release) ? f.withYanked(reason) : f, clock.instant()));
  }

  private SandboxAnswer legacy(SandboxCall call, List<String> path) throws IOException {
    if (path.size() == 1) {
      return SandboxAnswer.redirect(308, base + "/legacy/");
    }
    if (path.size() != 2 || !path.get(1).isEmpty()) {
      throw notFound();
    }
    if (!call.method().equals("POST")) {
      throw new Refusal(405, "Method Not Allowed");
    }
    requireToken(call);
    upload.accept(call);
    return SandboxAnswer.of(200, "text/html", "");
  }

  private void requireToken(SandboxCall call) {
    if (faults.tokenExpired(Side.PYPI)) {
      throw unauthenticated();
    }
    if (options.requireTokens() && !tokens.pypi().equals(token(call))) {
      throw unauthenticated();
    }
  }

  private static String token(SandboxCall call) {
    String[] words = call.header("Authorization").orElse("").strip().split(" +", 2);
    if (words.length < 2) {
      return "";
    }
    return switch (words[0].toLowerCase(Locale.ROOT)) {
      case "token", "bearer" -> words[1];
      case "basic" -> password(words[1]);
      default -> "";
    };
  }

  private static String password(String encoded) {
    String user;
    try {
      user = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
    if (!user.startsWith("__token__:")) {
      throw new Refusal(
          403,
          "Username/Password authentication is no longer supported. Migrate to API Tokens or Trusted"
              + " Publishers instead. See https://pypi.org/help/#apitoken and"
              + " https://pypi.org/help/#trusted-publishers");
    }
    return user.substring("__token__:".length());
  }

  private SandboxAnswer simple(SandboxCall call, List<String> path) {
    boolean asJson = wantsJson(call);
    String type = asJson ? PypiPages.SIMPLE_JSON : "text/html; charset=utf-8";
    if (path.isEmpty() || path.get(path.size() - 1).length() > 0) {
      return SandboxAnswer.redirect(
          301,
          base
              + "/simple/"
              + path.stream().findFirst().map(n -> ProjectName.normalize(n) + "/").orElse(""));
    }
    if (path.size() == 1) {
      return SandboxAnswer.of(200, type, pages.projects(projects.all(), asJson));
    }
    String name = ProjectName.normalize(path.get(0));
    if (path.size() > 2 || !ProjectName.isValid(name)) {
      throw notFound();
    }
    if (!name.equals(path.get(0))) {
      return SandboxAnswer.redirect(301, base + "/simple/" + name + "/");
    }
    Optional<ProjectRecord> project = projects.find(name);
    byte[] current = project.map(p -> pages.project(p, asJson)).orElse(new byte[0]);
    byte[] page = faults.cached(call.path() + asJson, current);
    if (page.length == 0) {
      throw notFound();
    }
    Instant changed = project.map(ProjectRecord::changed).orElse(Instant.EPOCH);
    return Conditional.answer(call, type, page, changed)
        .with("Vary", "Accept")
        .with("X-PyPI-Last-Serial", String.valueOf(project.map(p -> p.files().size()).orElse(0)));
  }

  /** A file, or the separate metadata of a wheel (PEP 658). */
  private SandboxAnswer file(List<String> path) {
    if (path.size() == 3) {
      for (ProjectRecord project : projects.all()) {
        for (ProjectRecord.Dist file : project.files()) {
          if (file.sha256().equals(path.get(1))) {
            return file(file, path.get(2));
          }
        }
      }
    }
    throw notFound();
  }

  private SandboxAnswer file(ProjectRecord.Dist file, String name) {
    if (name.equals(file.filename())) {
      return SandboxAnswer.file("application/octet-stream", disk.blob(file.sha256()));
    }
    if (name.equals(file.filename() + ".metadata") && file.metadataSha256().isPresent()) {
      Path metadata = disk.blob(file.metadataSha256().get());
      return SandboxAnswer.file("application/octet-stream", metadata);
    }
    throw notFound();
  }

  private SandboxAnswer api(List<String> path) {
    boolean ofProject = path.size() == 2 && path.get(1).equals("json");
    boolean ofRelease = path.size() == 3 && path.get(2).equals("json");
    if (!ofProject && !ofRelease) {
      throw notFound();
    }
    ProjectRecord project =
        projects.find(ProjectName.normalize(path.get(0))).orElseThrow(PypiRegistry::notFound);
    String release = ofRelease ? canonical(path.get(1)) : newest(project);
    List<ProjectRecord.Dist> files = project.release(release).toList();
    if (files.isEmpty()) {
      throw notFound();
    }
    Map<String, Object> page = pages.api(project, files);
    if (ofProject) {
      page.put("releases", pages.releases(project));
    }
    return SandboxAnswer.json(200, page);
  }

  /** The release that PyPI shows for a project: the newest that is final and not yanked. */
  private static String newest(ProjectRecord project) {
    return project.files().stream()
        .max(
            Comparator.comparing((ProjectRecord.Dist f) -> f.yanked().isEmpty())
                .thenComparing(f -> !Pep440Version.parse(f.version()).isPreRelease())
                .thenComparing(f -> Pep440Version.parse(f.version())))
        .map(ProjectRecord.Dist::release)
        .orElse("");
  }

  private static String canonical(String version) {
    try {
      return Pep440Version.parse(version).canonical();
    } catch (InvalidVersionException e) {
      throw notFound();
    }
  }

  /** Whether JSON is liked at least as much as HTML; pip requests both with weights. */
  private static boolean wantsJson(SandboxCall call) {
    double json = 0;
    double html = 0;
    for (String range : call.header("Accept").orElse("").split(",")) {
      String[] parts = range.strip().toLowerCase(Locale.ROOT).split(";");
      double weight = weight(parts);
      if (SIMPLE.contains(parts[0].strip())) {
        json = Math.max(json, weight);
      } else if (parts[0].contains("html")) {
        html = Math.max(html, weight);
      }
    }
    return json > 0 && json >= html;
  }

  private static double weight(String[] parts) {
    for (String part : parts) {
      if (part.strip().startsWith("q=")) {
        try {
          return Double.parseDouble(part.strip().substring(2));
        } catch (NumberFormatException e) {
          return 0;
        }
      }
    }
    return 1;
  }

  private static SandboxAnswer refusal(SandboxCall call, int status, String detail) {
    String line = status + " " + detail;
    if (call.accepts("application/json") && !call.accepts("text/html")) {
      return SandboxAnswer.json(
          status, Map.of("message", detail, "code", line, "title", "Bad Request"));
    }
    String text = PypiPages.escaped(line);
    return SandboxAnswer.of(
        status,
        "text/html; charset=utf-8",
        "<html>\n <head>\n  <title>"
            + text
            + "</title>\n </head>\n <body>\n  <h1>"
            + text
            + "</h1>\n  The server could not comply with the request since it is either malformed or"
            + " otherwise incorrect.<br/><br/>\n"
            + PypiPages.escaped(detail)
            + "\n </body>\n</html>");
  }

  private static Refusal unauthenticated() {
    return new Refusal(
        403,
        "Invalid or non-existent authentication information. See"
            + " https://pypi.org/help/#invalid-auth for more information.");
  }

  private static Refusal notFound() {
    return new Refusal(404, "Not Found");
  }
}
