package io.github.releasesync.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.releasesync.changelog.ChangelogHeading.Kind;
import io.github.releasesync.changelog.ChangelogHeading.Link;
import io.github.releasesync.testing.Shared;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.version.ReleaseVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangelogTest {

  private static final String KEPT =
      """
      # Changelog

      All notable changes.

      ## [Unreleased]

      ### Added

      - Something.

      ## [1.1.0] - 2026-02-01

      - More.

      ## [1.0.0] - 2026-01-01 [YANKED]

      First.

      [Unreleased]: https://example.org/compare/v1.1.0...HEAD
      [1.1.0]: https://example.org/compare/v1.0.0...v1.1.0
      """;

  @Test
  void everyLineOfTheVectorsIsReadAsItShould() {
    List<Map<String, String>> rows = Shared.tsv("vectors/changelog-headings.tsv");
    assertThat(rows).isNotEmpty();
    assertSoftly(
        softly ->
            rows.forEach(
                row ->
                    softly
                        .assertThat(read(row.get("line")))
                        .as(row.get("line"))
                        .containsExactly(
                            row.get("kind"),
                            row.get("version"),
                            row.get("date"),
                            row.get("yanked"),
                            row.get("link"))));
  }

  private static List<String> read(String line) {
    Changelog changelog = changelog(line);
    if (!changelog.links().isEmpty()) {
      ChangelogLink link = changelog.links().get(0);
      return List.of("linkref", link.label(), "", "", link.url());
    }
    if (!changelog.markers().isEmpty()) {
      return List.of("marker", "", "", "", "");
    }
    if (changelog.headings().isEmpty()) {
      return List.of("other", "", "", "", "");
    }
    ChangelogHeading heading = changelog.headings().get(0);
    return List.of(
        heading.kind().name().toLowerCase(Locale.ROOT),
        heading.version().orElse(""),
        heading.date().orElse(""),
        heading.yanked() ? "yanked" : "",
        heading.link() == Link.NONE ? "" : heading.link() == Link.INLINE ? "inline" : "ref");
  }

  /** A document about changelogs is none: its own headings are no releases. */
  @Test
  void aTextAboutChangelogsHoldsNoRelease() throws IOException {
    String facts = Files.readString(Shared.require("vectors/keepachangelog.md"));
    Changelog changelog = changelog(facts);
    assertThat(changelog.sections()).isEmpty();
    assertThat(changelog.headings()).hasSize(6);
  }

  @Test
  void aSectionReachesToTheNextRelease() {
    Changelog changelog = changelog(KEPT);
    assertThat(changelog.sections())
        .extracting(s -> s.heading().place().line(), s -> s.lastLine())
        .containsExactly(tuple(5, 10), tuple(11, 14), tuple(15, 17));
    assertThat(body(changelog, changelog.unreleased().orElseThrow()))
        .isEqualTo("\n### Added\n\n- Something.\n\n");
    assertThat(body(changelog, changelog.sections().get(2))).isEqualTo("\nFirst.\n");
  }

  @Test
  void aReleaseIsFoundInEverySpelling() {
    Changelog changelog = changelog("## [1.2.0b1] - 2026-01-01\n## v1.1.0-rc.2\n");
    assertThat(changelog.section(ReleaseVersion.of(1, 2, 0))).isEmpty();
    assertThat(changelog.sections())
        .extracting(s -> s.heading().release().orElseThrow().toString())
        .containsExactly("1.2.0-beta.1", "1.1.0-rc.2");
    ReleaseVersion beta = changelog.sections().get(0).heading().release().orElseThrow();
    assertThat(changelog.section(beta)).contains(changelog.sections().get(0));
  }

  @Test
  void theFirstLinkOfALabelCountsWhateverItsCase() {
    Changelog changelog = changelog("[1.0.0]: a\n[UNRELEASED]: <b> 'x'\n[unreleased]: c\n");
    assertThat(changelog.link("Unreleased").orElseThrow().url()).isEqualTo("b");
    ChangelogLink link = changelog.links().get(1);
    assertThat(changelog.text().content().substring(link.urlStart(), link.urlStart() + 1))
        .isEqualTo("b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```\n## 1.0.0\n```\n",
        "~~~ md\n```\n## 1.0.0\n~~~~\n",
        "````\n## 1.0.0\n```\n## 1.1.0\n````\n",
        "   ```\n## 1.0.0\n",
        "<!--\n## 1.0.0\n-->\n",
        "<!-- a\n## 1.0.0\n",
        "    ## 1.0.0\n",
        "\t## 1.0.0\n",
        "text\n1.0.0\n=====\n",
        "#### 1.0.0\n",
        "### 1.5 million things\n",
        "## 1.5x faster\n",
        "## 1\n",
        "####### 1.0.0\n",
        "[^1]: note\n",
        "[1.0.0]: \n",
        "[1.0.0]: a b c\n",
        "## [1.0.0\n",
        "-----\n",
        "## \u0661.\u0662.\u0660\n"
      })
  void whatOnlyLooksLikeAReleaseIsNone(String text) {
    Changelog changelog = changelog(text);
    assertThat(changelog.sections()).isEmpty();
    assertThat(changelog.links()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```\n## 0.9.0\n```\n## 1.0.0\n",
        "``` a`b\n## 1.0.0\n",
        "<!-- one\ntwo --> \n## 1.0.0\n",
        "<!-- next-header -->\n## 1.0.0\n",
        "1.0.0 / 2026-01-01\n==================\n",
        "Changes\n=======\n\n1.0.0 (2026-01-01)\n-------\n",
        "=====\n1.0.0\n=====\n",
        "   ## 1.0.0   \n",
        "## `1.0.0`\n"
      })
  void whatStandsOutsideOfCodeAndCommentsIsARelease(String text) {
    assertThat(changelog(text).sections())
        .extracting(s -> s.heading().version().orElseThrow())
        .containsExactly("1.0.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void offsetsAreExactWhateverEndsALine(String lineEnd) {
    Changelog changelog = changelog("\uFEFF" + KEPT.replace("\n", lineEnd));
    String content = changelog.text().content();
    for (ChangelogHeading heading : changelog.headings()) {
      assertThat(content.substring(heading.start(), heading.end())).endsWith(heading.text());
      assertThat(heading.place()).isEqualTo(changelog.text().place(heading.start()));
    }
    for (ChangelogLink link : changelog.links()) {
      assertThat(content.substring(link.urlStart(), link.end())).isEqualTo(link.url());
    }
    assertThat(body(changelog, changelog.sections().get(1)))
        .isEqualTo("\n- More.\n\n".replace("\n", lineEnd));
    assertThat(changelog.sections())
        .extracting(ChangelogSection::lastLine)
        .containsExactly(10, 14, 17);
  }

  @Test
  void aMissingLineEndAtTheEndIsNoLoss() {
    Changelog changelog = changelog("## 1.1.0\n- a\n## 1.0.0");
    assertThat(changelog.sections()).extracting(ChangelogSection::bodyEnd).containsExactly(13, 21);
    assertThat(changelog.sections()).extracting(ChangelogSection::lastLine).containsExactly(2, 3);
  }

  @Test
  void hostileTextIsReadInTime() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (String start : List.of("## ", "## [", "[", "```", "<!--", "# <", "## `", "1.", "")) {
            for (String part : List.of("#", "[", "(", "1.", "<", " ", "-", "`", "~~", "]:", "\t")) {
              changelog(start + part.repeat(1_000_000 / part.length()));
            }
          }
          changelog("## 1.0.0\n".repeat(50_000));
          changelog("<!--\n".repeat(100_000));
          changelog("[a]: b\n".repeat(50_000));
          changelog("[a\n".repeat(200_000));
          changelog("1.0.0\n===\n".repeat(50_000));
        });
  }

  @Test
  void nothingMakesItFailAndSectionsNeverOverlap() {
    String[] parts = {
      "## ",
      "[",
      "]",
      "(",
      ")",
      "1.0.0",
      "Unreleased",
      "\n",
      "\r",
      "\r\n",
      " ",
      "```",
      "~~~",
      "<!--",
      "-->",
      "]: ",
      "#",
      "===",
      "v",
      "`",
      "~~",
      "- ",
      "2026-01-01",
      "<",
      ">",
      "\t",
      "\ud800"
    };
    Random random = new Random(11);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(40); j > 0; j--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      assertThatCode(() -> assertInOrder(changelog(text.toString())))
          .as(text.toString())
          .doesNotThrowAnyException();
    }
  }

  private static void assertInOrder(Changelog changelog) {
    int at = 0;
    for (ChangelogSection section : changelog.sections()) {
      assertThat(section.heading().start()).isGreaterThanOrEqualTo(at);
      assertThat(section.heading().end()).isLessThanOrEqualTo(section.bodyStart());
      assertThat(section.bodyStart()).isLessThanOrEqualTo(section.bodyEnd());
      assertThat(section.heading().kind()).isIn(Kind.RELEASE, Kind.UNRELEASED);
      assertThat(section.lastLine()).isGreaterThanOrEqualTo(section.heading().place().line());
      at = section.bodyEnd();
    }
    assertThat(at).isLessThanOrEqualTo(changelog.text().content().length());
  }

  private static String body(Changelog changelog, ChangelogSection section) {
    return changelog.text().content().substring(section.bodyStart(), section.bodyEnd());
  }

  private static Changelog changelog(String text) {
    return Changelog.parse(SourceText.of("CHANGELOG.md", text));
  }
}
