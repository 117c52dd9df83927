package io.github.releasesync.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.releasesync.ReleaseSync;
import io.github.releasesync.goal.CheckRequest;
import io.github.releasesync.goal.FailOn;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The score on real repositories: their manifests, what an independent script found to be true of
 * them, and what must be said of them. Prints a row for each.
 */
class CorpusTest {

  private static final int MOST_UNBACKED_WARNINGS = 3;

  private static final Pattern README = Pattern.compile("readme[^\"\n]*\"([^\"\n]+)\"");

  @TempDir Path temp;

  @Test
  void realRepositoriesAreReadRight() throws IOException {
    Path corpus = Shared.require("corpus");
    Map<String, JsonObject> truth =
        byRepository(json(corpus.resolve("fixtures-truth.json")).getAsJsonArray("repos"));
    List<JsonObject> assertions =
        objects(json(corpus.resolve("fixtures-assertions.json")).get("assertions"));
    Score total = new Score();
    for (Path bundle : Bundles.all()) {
      String repository = Bundles.repository(bundle);
      JsonObject report = check(bundle);
      Score score = new Score();
      score.compare(truth.get(repository), report);
      Expectations expectations =
          new Expectations(
              report,
              assertions.stream()
                  .filter(a -> a.get("repo").getAsString().equals(repository))
                  .toList());
      score.add(expectations);
      System.out.printf("%-28s %s%n", repository, score);
      expectations.ofLaterRules().forEach(finding -> System.out.println("    " + finding));
      total.add(score);
    }
    System.out.printf("%-28s %s%n", "all", total);
    assertThat(total.wrong).as("what differs from the truth").isEmpty();
    assertThat(total.unbackedErrors).as("errors that no statement backs").isEmpty();
    assertThat(total.unbackedWarnings)
        .as("warnings that no statement backs")
        .hasSizeLessThanOrEqualTo(MOST_UNBACKED_WARNINGS);
    assertThat(total.assertions).isEqualTo(assertions.size());
  }

  private JsonObject check(Path bundle) {
    Path directory = Bundles.cloned(bundle, temp);
    addReadmes(directory);
    Path output = temp.resolve("reports").resolve(bundle.getFileName());
    new ReleaseSync(GitSandbox.runner())
        .check(
            new CheckRequest(
                directory, Optional.of(directory), Optional.of(output), List.of(), FailOn.NEVER));
    return json(output.resolve("check.json"));
  }

  /** The bundles hold no readmes. */
  private static void addReadmes(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path manifest :
          files.filter(f -> f.toString().matches(".*/(Cargo|pyproject)\\.toml")).toList()) {
        Matcher readme = README.matcher(Files.readString(manifest));
        while (readme.find()) {
          Path file = manifest.resolveSibling(readme.group(1)).normalize();
          if (file.startsWith(directory) && !Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "");
          }
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, JsonObject> byRepository(Iterable<JsonElement> repositories) {
    Map<String, JsonObject> byName = new TreeMap<>();
    repositories.forEach(
        r -> byName.put(r.getAsJsonObject().get("repo").getAsString(), r.getAsJsonObject()));
    return byName;
  }

  private static JsonObject json(Path file) {
    try {
      return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static List<JsonObject> objects(JsonElement array) {
    return StreamSupport.stream(array.getAsJsonArray().spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  /** What was counted, and what was wrong. */
  private static final class Score {
    private final Map<String, Integer> right = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final List<String> unbackedErrors = new ArrayList<>();
    private final List<String> unbackedWarnings = new ArrayList<>();
    private int assertions;

    void compare(JsonObject truth, JsonObject report) {
      Truth expected = new Truth(truth);
      Map<String, String> said = new TreeMap<>();
      for (JsonObject p : objects(report.get("packages"))) {
        said.put(p.get("ecosystem").getAsString() + " " + text(p, "manifest"), Truth.facts(p));
      }
      expected
          .packages()
          .forEach(
              (key, facts) -> {
                if (facts.equals(said.get(key))) {
                  right.merge(key.substring(0, key.indexOf(' ')), 1, Integer::sum);
                } else {
                  wrong.add(key + ": " + facts + " but was " + said.get(key));
                }
              });
    }

    void add(Expectations expectations) {
      wrong.addAll(expectations.unmet());
      assertions += expectations.size();
      unbackedErrors.addAll(expectations.noise("error"));
      unbackedWarnings.addAll(expectations.noise("warning"));
    }

    void add(Score other) {
      other.right.forEach((key, count) -> right.merge(key, count, Integer::sum));
      wrong.addAll(other.wrong);
      unbackedErrors.addAll(other.unbackedErrors);
      unbackedWarnings.addAll(other.unbackedWarnings);
      assertions += other.assertions;
    }

    @Override
    public String toString() {
      return String.format(
          "crates %3d, projects %2d, poms %2d, statements %2d, wrong %d, noise %d errors %d warnings",
          right.getOrDefault("cargo", 0),
          right.getOrDefault("pypi", 0),
          right.getOrDefault("maven", 0),
          assertions,
          wrong.size(),
          unbackedErrors.size(),
          unbackedWarnings.size());
    }
  }

  static String text(JsonObject object, String key) {
    JsonElement value = object.get(key);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }
}
