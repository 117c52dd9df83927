package io.github.releasesync.corpus;

import static io.github.releasesync.corpus.CorpusTest.objects;
import static io.github.releasesync.corpus.CorpusTest.text;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What must be said of a repository, held against what check.json says. */
final class Expectations {

  private final JsonObject report;
  private final List<JsonObject> statements;

  Expectations(JsonObject report, List<JsonObject> statements) {
    this.report = report;
    this.statements = statements;
  }

  int size() {
    return statements.size();
  }

  List<String> unmet() {
    List<String> unmet = new ArrayList<>();
    for (JsonObject s : statements) {
      if (!holds(s)) {
        unmet.add(text(s, "id") + " " + s);
      }
    }
    return unmet;
  }

  /** Findings of a severity that no statement speaks of, of the rules that statements are about. */
  List<String> noise(String severity) {
    return findings().stream()
        .filter(f -> !isOfALaterRule(f))
        .filter(f -> text(f, "severity").equals(severity))
        .filter(f -> statements.stream().noneMatch(s -> backs(s, f)))
        .map(JsonObject::toString)
        .toList();
  }

  /** Findings of rules that the statements know nothing of; each was looked at by hand. */
  List<String> ofLaterRules() {
    return findings().stream()
        .filter(Expectations::isOfALaterRule)
        .map(
            f ->
                String.join(
                    " ",
                    text(f, "severity"),
                    text(f, "rule"),
                    text(f, "file") + ":" + text(f, "line"),
                    text(f, "message")))
        .toList();
  }

  private static boolean isOfALaterRule(JsonObject finding) {
    return text(finding, "rule").matches("RS11[0-9]|RS2[1-4][0-9]");
  }

  private boolean holds(JsonObject s) {
    return switch (text(s, "kind")) {
      case "same-group" -> groupsOf(s.getAsJsonArray("packages")).size() == 1;
      case "separate" -> areSeparate(s.getAsJsonArray("groups"));
      case "same-release" -> all(s, p -> text(p, "release").equals(text(s, "value")));
      case "base" -> all(s, p -> base(p).equals(text(s, "value")));
      case "publishable" -> all(s, p -> text(p, "publishable").equals(text(s, "value")));
      case "lock-fresh" -> lockIs(s, true);
      case "lock-stale" -> lockIs(s, false);
      case "verdict" ->
          strings(s.getAsJsonArray("is")).contains(report.get("verdict").getAsString());
      case "not-a-finding" ->
          findings().stream().noneMatch(f -> !text(f, "severity").equals("info") && isAbout(s, f));
      case "no-error" ->
          findings().stream().noneMatch(f -> text(f, "severity").equals("error") && isAbout(s, f));
      case "allow" -> true;
      default -> throw new IllegalArgumentException(s.toString());
    };
  }

  private static boolean backs(JsonObject s, JsonObject f) {
    return switch (text(s, "kind")) {
      case "allow", "lock-stale" -> isAbout(s, f);
      default -> false;
    };
  }

  private static boolean isAbout(JsonObject s, JsonObject f) {
    boolean place = glob(text(s, "file")).matcher(text(f, "file")).matches();
    String about = text(s, "about");
    return place && (about.isEmpty() || Pattern.compile(about).matcher(text(f, "message")).find());
  }

  private interface Fact {
    boolean of(JsonObject p);
  }

  private boolean all(JsonObject s, Fact fact) {
    for (JsonElement name : s.getAsJsonArray("packages")) {
      List<JsonObject> named = packages(name.getAsString());
      if (named.isEmpty() || !named.stream().allMatch(fact::of)) {
        return false;
      }
    }
    return true;
  }

  private Set<String> groupsOf(JsonArray names) {
    Set<String> groups = new HashSet<>();
    for (JsonElement name : names) {
      List<JsonObject> named = packages(name.getAsString());
      groups.addAll(named.isEmpty() ? Set.of("none") : Set.of());
      named.forEach(p -> groups.add(text(p, "group").isEmpty() ? "none" : text(p, "group")));
    }
    if (groups.contains("none")) {
      groups.add("a missing group never is the same");
    }
    return groups;
  }

  private boolean areSeparate(JsonArray sets) {
    Set<String> seen = new HashSet<>();
    for (JsonElement set : sets) {
      Set<String> groups = new HashSet<>();
      for (JsonElement name : set.getAsJsonArray()) {
        List<JsonObject> named = packages(name.getAsString());
        if (named.isEmpty()) {
          return false;
        }
        named.forEach(p -> groups.add(text(p, "group")));
      }
      groups.remove("");
      for (String group : groups) {
        if (!seen.add(group)) {
          return false;
        }
      }
    }
    return true;
  }

  private List<JsonObject> packages(String pattern) {
    int at = pattern.indexOf('@');
    String manifest = at < 0 ? "*" : pattern.substring(at + 1);
    Pattern name = glob(at < 0 ? pattern : pattern.substring(0, at));
    return objects(report.get("packages")).stream()
        .filter(p -> glob(manifest).matcher(text(p, "manifest")).matches())
        .filter(
            p -> {
              String full = text(p, "name");
              String prefix = text(p, "ecosystem") + ":";
              return name.matcher(prefix + full).matches()
                  || name.matcher(prefix + full.substring(full.indexOf(':') + 1)).matches();
            })
        .toList();
  }

  private boolean lockIs(JsonObject s, boolean fresh) {
    return objects(report.get("locks")).stream()
        .filter(l -> text(l, "file").equals(text(s, "file")))
        .anyMatch(l -> l.getAsJsonArray("stale").isEmpty() == fresh);
  }

  private static String base(JsonObject p) {
    String version = text(p, "release").isEmpty() ? text(p, "version") : text(p, "release");
    return version.replaceFirst("^([0-9]+\\.[0-9]+\\.[0-9]+).*", "$1");
  }

  private List<JsonObject> findings() {
    return objects(report.get("findings"));
  }

  private static List<String> strings(JsonArray array) {
    return array.asList().stream().map(JsonElement::getAsString).toList();
  }

  private static Pattern glob(String glob) {
    StringBuilder regex = new StringBuilder();
    for (char c : glob.toCharArray()) {
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString());
  }
}
