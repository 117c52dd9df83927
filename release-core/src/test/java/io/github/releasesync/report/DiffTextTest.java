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

  private static List<String> diff(String before, String after) {
    String path = "CHANGELOG.md";
    FileChange change =
        new FileChange(path, Optional.of(SourceText.of(path, before)), SourceText.of(path, after));
    return DiffText.lines(List.of(change), MavenWording.DECLARED).stream()
        .map(ReportLine::text)
        .toList();
  }
}
