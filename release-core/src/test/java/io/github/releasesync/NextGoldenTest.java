package io.github.releasesync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.releasesync.project.GroupSpec;
import io.github.releasesync.project.Policy;
import io.github.releasesync.project.Settings;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.JsonSchema;
import io.github.releasesync.testing.ScriptedHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder for each case, below {@code golden/next}: {@code in} is the repository before its first
 * commit, {@code history.txt} what happens then ({@link ScriptedHistory}); without it the folder is
 * not in git. {@code out.txt} and {@code next.json} are what must come out; {@code
 * -Drelease-sync.golden=update} writes them anew.
 *
 * <p>Properties: {@code level}; {@code groups} as the parameter, {@code policy} of the first of
 * them.
 */
class NextGoldenTest {

  private static final Path CASES = Path.of("src/test/resources/golden/next");
  private static final boolean UPDATE = "update".equals(System.getProperty("release-sync.golden"));

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return directories(CASES).stream()
        .map(path -> dynamicTest(path.getFileName().toString(), () -> next(path)));
  }

  private void next(Path golden) throws IOException {
    Properties properties = properties(golden);
    Path repository = Files.createDirectories(temp.resolve(golden.getFileName()));
    copy(golden.resolve("in"), repository);
    Path script = golden.resolve("history.txt");
    if (Files.exists(script)) {
      ScriptedHistory.play(GitSandbox.init(repository), Files.readString(script));
    }
    NextResult result =
        new Releaser(GitSandbox.runner())
            .next(
                new NextRequest(
                    repository,
                    Optional.of(repository),
                    Optional.empty(),
                    settings(properties)
                        .withMajorVersionZero(
                            Boolean.parseBoolean(
                                properties.getProperty("majorVersionZero", "true"))),
                    properties.getProperty("level", "auto")));
    assertMatches(golden.resolve("out.txt"), text(result));
    String json = Files.readString(repository.resolve("target/release-sync/next.json"));
    assertMatches(golden.resolve("next.json"), json);
    assertThat(JsonSchema.of("next").violations(json)).isEmpty();
  }

  private static Settings settings(Properties properties) {
    List<GroupSpec> groups = GroupSpec.parse(properties.getProperty("groups", ""));
    if (!properties.containsKey("policy")) {
      return Settings.ofGroups(groups);
    }
    GroupSpec first = groups.get(0);
    return Settings.ofGroups(
        List.of(
            new GroupSpec(
                first.name(),
                first.lead(),
                first.followers(),
                Policy.of(properties.getProperty("policy")).orElseThrow(),
                Optional.empty())));
  }

  private static String text(NextResult result) {
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
                try {
                  Path target = to.resolve(from.relativize(file).toString());
                  Files.createDirectories(target.getParent());
                  Files.copy(file, target);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
