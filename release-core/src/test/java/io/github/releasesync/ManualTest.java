package io.github.releasesync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.problem.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A code that a user meets has a page, and no page speaks of a code that nobody meets. */
class ManualTest {

  private static final Path PAGES = Path.of("..", "src", "site", "markdown", "findings");

  @ParameterizedTest
  @EnumSource(Code.class)
  void everyCodeHasAPageUnderItsTitle(Code code) throws IOException {
    assertThat(headings(page(code)).get(0)).isEqualTo("# " + code.id() + ": " + code.title());
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void everyPageSaysHowToFixIt(Code code) throws IOException {
    assertThat(headings(page(code))).contains("## Example", "## How to fix it", "## Severity");
  }

  @ParameterizedTest
  @EnumSource(Code.class)
  void theListNamesEveryCodeWithItsSeverity(Code code) throws IOException {
    assertThat(Files.readAllLines(PAGES.resolve("index.md")))
        .contains(
            "| [%s](%s.md) | %s | %s |"
                .formatted(code.id(), code.id(), code.title(), code.severity().word()));
  }

  @Test
  void noPageIsLeftOver() throws IOException {
    try (Stream<Path> files = Files.list(PAGES)) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(n -> n.startsWith("RS")))
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(Code.values()).map(code -> code.id() + ".md").toList());
    }
  }

  private static Path page(Code code) {
    return PAGES.resolve(code.id() + ".md");
  }

  private static List<String> headings(Path page) throws IOException {
    return Files.readAllLines(page).stream().filter(line -> line.startsWith("#")).toList();
  }
}
