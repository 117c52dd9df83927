package io.github.releasesync.report;

import io.github.releasesync.check.Assessment;
import io.github.releasesync.files.Sha256;
import io.github.releasesync.json.Json;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.text.Printable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * check.sarif: the findings in the common format of analysis tools (SARIF 2.1.0, OASIS). Optional
 * members without a value are left out: SARIF does not allow null there.
 */
public final class CheckSarif {

  private static final String BASE = "SRCROOT";
  private static final int LONGEST_TEXT = 4_000;

  /** Characters of a URI path that need no escape (RFC 3986, unreserved). */
  private static final String PLAIN = "-._~/";

  private CheckSarif() {}

  /**
   * Writes the findings. Suppressed findings are left out: not every reader supports suppressions.
   *
   * @param assessment the groups and findings
   * @param folder path of the root in its repository; empty for the top
   * @param version the version of release-sync
   * @param wording the notation of commands
   * @return the document
   */
  public static String write(
      Assessment assessment, String folder, String version, Wording wording) {
    List<Code> met = assessment.findings().stream().map(Problem::code).distinct().sorted().toList();
    Map<String, Object> driver =
        object(
            "name",
            "release-sync",
            "version",
            version,
            "rules",
            met.stream().map(CheckSarif::rule).toList());
    Map<String, Object> run =
        object(
            "tool", object("driver", driver),
            "originalUriBaseIds", object(BASE, object("description", text("the repository"))),
            "columnKind", "unicodeCodePoints",
            "results", results(assessment.findings(), met, new RepositoryPaths(folder), wording));
    return new Json()
        .write(
            object(
                "$schema", "https://json.schemastore.org/sarif-2.1.0.json",
                "version", "2.1.0",
                "runs", List.of(run)));
  }

  private static Map<String, Object> rule(Code code) {
    String page = "Page findings/" + code.id() + ".html of the manual: " + code.title() + ".";
    return object(
        "id",
        code.id(),
        "shortDescription",
        text(code.title()),
        "help",
        text(page),
        "defaultConfiguration",
        object("level", level(code.severity())));
  }

  private static List<Map<String, Object>> results(
      List<Problem> findings, List<Code> met, RepositoryPaths paths, Wording wording) {
    List<Map<String, Object>> results = new ArrayList<>();
    Map<String, Integer> alike = new HashMap<>();
    for (Problem finding : findings) {
      String what = fingerprint(finding, paths);
      int number = alike.merge(what, 1, Integer::sum);
      results.add(
          object(
              "ruleId",
              finding.code().id(),
              "ruleIndex",
              met.indexOf(finding.code()),
              "level",
              level(finding.severity()),
              "message",
              text(shown(finding.message()) + "\nhelp: " + shown(wording.text(finding.help()))),
              "locations",
              List.of(object("physicalLocation", location(finding.place(), paths))),
              "partialFingerprints",
              object("releaseSyncFinding/v1", what + ":" + number)));
    }
    return results;
  }

  private static Map<String, Object> location(Place place, RepositoryPaths paths) {
    Map<String, Object> location =
        object("artifactLocation", object("uri", uri(paths.of(place.file())), "uriBaseId", BASE));
    if (place.line() > 0) {
      Map<String, Object> region = object("startLine", place.line());
      if (place.column() > 0) {
        region.put("startColumn", place.column());
      }
      location.put("region", region);
    }
    return location;
  }

  /** An identifier of a finding that stays the same when lines are added above it. */
  private static String fingerprint(Problem finding, RepositoryPaths paths) {
    String message = finding.message().replaceAll(":[0-9]{1,9}:[0-9]{1,9}", "");
    String whole =
        String.join("\0", finding.code().id(), paths.of(finding.place().file()), message);
    return Sha256.of(whole.getBytes(StandardCharsets.UTF_8)).hex();
  }

  private static String shown(String text) {
    return unlinked(Printable.of(text));
  }

  /** Text without links: brackets in a message can form one (SARIF 2.1.0, section 3.11.6). */
  private static String unlinked(String text) {
    return text.replace("](", "] (");
  }

  private static String level(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.word();
  }

  private static String uri(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      boolean plain =
          b >= 'a' && b <= 'z'
              || b >= 'A' && b <= 'Z'
              || b >= '0' && b <= '9'
              || PLAIN.indexOf(b) >= 0;
      uri.append(plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "%%%02X", b));
    }
    return uri.toString();
  }

  private static Map<String, Object> text(String text) {
    return object("text", Shortened.to(LONGEST_TEXT, text));
  }

  private static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }
}
