package io.github.releasesync.corpus;

import static io.github.releasesync.corpus.CorpusTest.objects;
import static io.github.releasesync.corpus.CorpusTest.text;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;

/** What is true of a repository, in the terms of check.json. */
final class Truth {

  private final JsonObject repository;

  Truth(JsonObject repository) {
    this.repository = repository;
  }

  /** Every crate, main Python project and pom: ecosystem and manifest, and the facts. */
  Map<String, String> packages() {
    Map<String, String> packages = new TreeMap<>();
    for (JsonObject c : objects(repository.get("crates"))) {
      packages.put("cargo " + text(c, "manifest"), crate(c));
    }
    for (JsonObject p : objects(repository.get("python"))) {
      if (text(p, "role").equals("main")) {
        String folder = text(p, "path");
        String file = folder.equals(".") ? "pyproject.toml" : folder + "/pyproject.toml";
        packages.put("pypi " + file, project(p));
      }
    }
    for (JsonObject m : objects(repository.get("maven"))) {
      packages.put("maven " + text(m, "file"), pom(m));
    }
    return packages;
  }

  /** The same facts as check.json states them; publishability is known of crates only. */
  static String facts(JsonObject p) {
    String publishable =
        text(p, "ecosystem").equals("cargo") ? " publishable " + text(p, "publishable") : "";
    return text(p, "name")
        + " "
        + text(p, "version")
        + " "
        + text(p, "versionSource")
        + publishable;
  }

  private static String crate(JsonObject c) {
    String from = text(c, "version_from");
    boolean missing = from.startsWith("missing");
    String source = missing ? "missing" : from.equals("workspace") ? "inherited" : "literal";
    boolean bound =
        objects(c.get("path_deps")).stream()
            .anyMatch(d -> !text(d, "kind").equals("dev") && text(d, "req").isEmpty());
    boolean publishable = c.get("publish").getAsBoolean() && !missing && !bound;
    String version = missing ? "" : text(c, "version");
    return text(c, "name") + " " + version + " " + source + " publishable " + publishable;
  }

  private static String project(JsonObject p) {
    boolean literal = text(p, "version_source").equals("project.version");
    return text(p, "name") + " " + text(p, "version") + " " + (literal ? "literal" : "dynamic");
  }

  private static String pom(JsonObject m) {
    String source =
        text(m, "raw_version").contains("${")
            ? "property"
            : m.get("inherited").getAsBoolean() ? "inherited" : "literal";
    String name = text(m, "groupId") + ":" + text(m, "artifactId");
    return name + " " + text(m, "version") + " " + source;
  }
}
