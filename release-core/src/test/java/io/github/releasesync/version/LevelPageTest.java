package io.github.releasesync.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.version.NextVersion.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The manual's page on levels says what they do. */
class LevelPageTest {

  private static final Path PAGE = Path.of("..", "src", "site", "markdown", "levels.md");

  @Test
  void theTableOfStatesHolds() throws IOException {
    List<List<String>> table =
        Files.readAllLines(PAGE).stream()
            .dropWhile(line -> !line.startsWith("| level | 1.2.3 |"))
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> Arrays.stream(line.split("\\|")).skip(1).map(String::strip).toList())
            .toList();
    List<String> states = table.get(0);
    assertThat(table).hasSize(2 + 14);
    for (List<String> row : table.subList(2, table.size())) {
      Level level = Level.parse(row.get(0).replace("`", ""));
      for (int i = 1; i < states.size(); i++) {
        String next =
            level.next(version(states.get(i))) instanceof Found found
                ? found.version().text()
                : "refused";
        assertThat(row.get(i)).as("%s of %s", level, states.get(i)).isEqualTo(next);
      }
    }
  }

  private static ReleaseVersion version(String text) {
    Mapping mapping =
        text.contains("post")
            ? VersionMapping.of(Pep440Version.parse(text))
            : VersionMapping.of(SemVer.parse(text));
    return ((Mapping.Portable) mapping).version();
  }
}
