package io.github.releasesync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.releasesync.plan.RuleSpec;
import io.github.releasesync.project.CopySpec;
import io.github.releasesync.project.GroupSpec;
import io.github.releasesync.project.Settings;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.JsonSchema;
import io.github.releasesync.testing.SarifShape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder for each case, below {@code golden/check}: {@code in} is the repository, {@code then} is
 * how it was at the release tag, {@code case.properties} says the rest. {@code out.txt} and {@code
 * check.json} are what must come out; {@code -Drelease-sync.golden=update} writes them anew.
 *
 * <p>With the property {@code actions} it runs as in GitHub Actions, and {@code check.sarif},
 * {@code summary.md} and {@code annotations.txt} are compared as well.
 *
 * <p>Properties: {@code tag} names the release of {@code then}; {@code tagAtHead} tags {@code in},
 * {@code lightweightTagAtHead} too; {@code earlierTags} are the releases before {@code then}, with
 * the same files; {@code groups}, {@code rules}, {@code copies}, {@code unreleasedFeatures} and
 * {@code externallyPublished} are the parameters, {@code policy} and {@code tagFormat} are those of
 * all groups; {@code git} is {@code none} (no repository) or {@code unborn} (no commit). {@code
 * dot-} in a path stands for a dot, and {@code is-} for nothing, so that git keeps files of names
 * that it ignores here.
 */
class CheckGoldenTest {

  private static final Path CASES = Path.of("src/test/resources/golden/check");
  private static final boolean UPDATE = "update".equals(System.getProperty("release-sync.golden"));

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return directories(CASES).stream()
        .map(path -> dynamicTest(path.getFileName().toString(), () -> check(path)));
  }

  private void check(Path golden) throws IOException {
    Properties properties = properties(golden);
    Path repository = temp.resolve(golden.getFileName());
    Files.createDirectories(repository);
    build(golden, properties, repository);
    Path summary = temp.resolve(golden.getFileName() + "-summary.md");
    boolean actions = properties.containsKey("actions");
    Map<String, String> environment =
        actions
            ? Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString())
            : Map.of();
    CheckResult result =
        new Releaser(GitSandbox.runner(), environment)
            .check(
                new CheckRequest(
                    repository,
                    Optional.of(repository),
                    Optional.empty(),
                    settings(properties),
                    RuleSpec.parse(properties.getProperty("rules", "")),
                    FailOn.ERROR));
    assertMatches(golden.resolve("out.txt"), text(result));
    Path output = repository.resolve("target/release-sync");
    String json = Files.readString(output.resolve("check.json"));
    String sarif = Files.readString(output.resolve("check.sarif"));
    assertMatches(golden.resolve("check.json"), json);
    assertThat(JsonSchema.ofCheck().violations(json)).isEmpty();
    SarifShape.check(sarif);
    if (actions) {
      assertMatches(golden.resolve("check.sarif"), sarif);
      assertMatches(golden.resolve("summary.md"), Files.readString(summary));
      assertMatches(
          golden.resolve("annotations.txt"), String.join("\n", result.annotations()) + "\n");
    }
  }

  private static Settings settings(Properties properties) {
    List<GroupSpec> groups =
        GroupSpec.parse(properties.getProperty("groups", "")).stream()
            .map(
                group ->
                    GroupSpec.of(
                        group.name().orElse(null),
                        group.lead(),
                        group.followers(),
                        properties.getProperty("policy"),
                        properties.getProperty("tagFormat")))
            .toList();
    return Settings.of(
            groups, list(properties, "unreleasedFeatures"), list(properties, "externallyPublished"))
        .withCopies(CopySpec.parse(properties.getProperty("copies", "")));
  }

  private static List<String> list(Properties properties, String name) {
    String text = properties.getProperty(name, "");
    return text.isEmpty() ? List.of() : List.of(text.split(","));
  }

  private static void build(Path golden, Properties properties, Path repository)
      throws IOException {
    String git = properties.getProperty("git", "");
    if (git.equals("none")) {
      copy(golden.resolve("in"), repository);
      return;
    }
    GitSandbox sandbox = GitSandbox.init(repository);
    if (properties.containsKey("tag")) {
      copy(golden.resolve("then"), repository);
      for (String earlier : properties.getProperty("earlierTags", "").split(",")) {
        if (!earlier.isEmpty()) {
          sandbox.commit("earlier").annotatedTag(earlier);
        }
      }
      sandbox.commit("release").annotatedTag(properties.getProperty("tag"));
      for (Path file : directories(repository)) {
        if (!file.getFileName().toString().equals(".git")) {
          delete(file);
        }
      }
    }
    copy(golden.resolve("in"), repository);
    if (!git.equals("unborn")) {
      sandbox.commit("now");
    }
    if (properties.containsKey("lightweightTagAtHead")) {
      sandbox.git("tag", properties.getProperty("lightweightTagAtHead"));
    }
    if (properties.containsKey("tagAtHead")) {
      for (String tag : properties.getProperty("tagAtHead").split(",")) {
        sandbox.annotatedTag(tag);
      }
    }
  }

  private static String text(CheckResult result) {
    StringBuilder text = new StringBuilder();
    for (ReportLine line : result.lines()) {
      text.append(String.format("[%s] %s", line.severity(), line.text()).stripTrailing());
      text.append('\n');
    }
    return text + (result.failed() ? "[FAILURE] " : "[INFO] ") + result.lastLine() + "\n";
  }

  private static void assertMatches(Path expected, String actual) throws IOException {
    if (UPDATE) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  private static Properties properties(Path golden) throws IOException {
    Properties properties = new Properties();
    Path file = golden.resolve("case.properties");
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
    }
    return properties;
  }

  private static List<Path> directories(Path parent) throws IOException {
    try (Stream<Path> children = Files.list(parent)) {
      return children.sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> {
                String name =
                    from.relativize(file).toString().replace("dot-", ".").replace("is-", "");
                try {
                  Files.createDirectories(to.resolve(name).getParent());
                  Files.copy(file, to.resolve(name));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  private static void delete(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
