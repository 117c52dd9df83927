package io.github.releasesync.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.text.FileChange;
import io.github.releasesync.text.SourceText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiffTextTest {

  @Test
  void aSectionAtTheTopAndALinkAtTheBottomLeaveOutWhatIsBetween() {
    assertThat(
            diff(
                """
                # Changelog

                ## [Unreleased]

                ## [1.1.0]

                - Old.

                [Unreleased]: https://example.org/v1.1.0...HEAD
                [1.1.0]: https://example.org/v1.1.0
                """,
                """
                # Changelog

                ## [Unreleased]

                ## [1.2.0]

                - New.

                ## [1.1.0]

                - Old.

                [Unreleased]: https://example.org/v1.2.0...HEAD
                [1.2.0]: https://example.org/v1.1.0...v1.2.0
                [1.1.0]: https://example.org/v1.1.0
                """))
        .containsExactly(
            "CHANGELOG.md",
            "     5 + ## [1.2.0]",
            "     6 +",
            "     7 + - New.",
            "     8 +",
            "     9 - [Unreleased]: https://example.org/v1.1.0...HEAD",
            "    13 + [Unreleased]: https://example.org/v1.2.0...HEAD",
            "    14 + [1.2.0]: https://example.org/v1.1.0...v1.2.0");
  }

  @Test
  void aChangeOfMuchIsCutAndSaysHowMuchIsLeftOut() {
    List<String> lines = diff("", "line\n".repeat(1_000));

    assertThat(lines).hasSize(201).last().asString().startsWith("and 801 more lines;");
  }

  /** A34 of the reports: the rows of a lock name the packages. */
  @Test
  void a34TheVersionsOfALockHaveNames() {
    String lock =
        """
        version = 4

        [[package]]
        name = "engine"
        version = "8.0.0"

        [[package]]
        name = "engine-io"
        version = "8.0.0"
        dependencies = ["engine 8.0.0"]
        """;
    assertThat(diff("a/Cargo.lock", lock, lock.replace("8.0.0", "8.1.0")))
        .containsExactly(
            "a/Cargo.lock",
            "     9 - version = \"8.0.0\"",
            "    10 - dependencies = [\"engine 8.0.0\"]",
            "     9 + version = \"8.1.0\"",
            "    10 + dependencies = [\"engine 8.1.0\"]",
            "     5   engine 8.0.0 -> 8.1.0");
  }

  /** A34 of the reports: many packages of one change are one row. */
  @Test
  void a34ManyPackagesOfOneChangeAreOneRow() {
    StringBuilder lock = new StringBuilder("version = 4\n");
    for (int i = 0; i < 54; i++) {
      lock.append("\n[[package]]\nname = \"c" + i + "\"\nversion = \"8.0.0\"\n");
    }
    assertThat(diff("uv.lock", lock.toString(), lock.toString().replace("8.0.0", "8.1.0")))
        .containsExactly("uv.lock", "     5   c0, c1, c2, c3 and 50 more 8.0.0 -> 8.1.0");
  }

  private static List<String> diff(String before, String after) {
    return diff("CHANGELOG.md", before, after);
  }

  private static List<String> diff(String path, String before, String after) {
    FileChange change =
        new FileChange(path, Optional.of(SourceText.of(path, before)), SourceText.of(path, after));
    return DiffText.lines(List.of(change), MavenWording.DECLARED).stream()
        .map(ReportLine::text)
        .toList();
  }
}
