package io.github.releasesync.changelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.SourceText;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangelogWriterTest {

  private static final String MARK = "\uFEFF";

  private static final List<String> HEADINGS =
      List.of(
          "## [%s] - 2026-01-0%d",
          "## %s (2026-01-0%d)",
          "## v%s",
          "# %s - 2026-01-0%d [YANKED]",
          "## [%s](https://github.com/o/r/compare/v0...v%1$s) - 2026-01-0%d",
          "%s - 2026-01-0%d\n~~~~~~~~~~~~~~~~~~");

  private static final List<String> BODIES =
      List.of(
          "\n### Added\n\n- One thing\n  with more\n- [Two](https://example.org)\n",
          "\n* A list\n\n```\n## 9.9.9\n```\n",
          "\nJust text, with blanks at an end  \n\n<!-- and\n## 8.8.8\nnothing -->\n",
          "",
          "### Fixed\n- narrow\n",
          "\n### \uD83D\uDE80 Features\n\n#### A title\n\nWords.\n\n[x]: https://example.org\n");

  @Test
  void olderReleasesStayByteForByte() {
    Random random = new Random(20260309);
    int cut = 0;
    for (int i = 0; i < 2_000; i++) {
      String text = randomChangelog(random);
      Changelog before = Changelog.parse(SourceText.of("CHANGELOG.md", text));
      SourceText after = ChangelogWriter.DEFAULT.cut(before, release(), commits(random)).text();
      cut++;
      assertThat(after.content()).as(text).contains(olderThan(before));
      assertThat(after.hasByteOrderMark()).isEqualTo(text.startsWith(MARK));
      assertThat(Changelog.parse(after).sections())
          .as(text)
          .hasSize(before.sections().size() + 1)
          .filteredOn(s -> s.heading().version().filter("1.2.0"::equals).isPresent())
          .hasSize(1);
      if (text.contains("\r\n")) {
        assertThat(after.content().replace("\r\n", "")).doesNotContain("\n", "\r");
      }
      assertThat(refusal(after)).isEqualTo(Code.CHANGELOG_NOT_EDITABLE);
    }
    assertThat(cut).isEqualTo(2_000);
  }

  /** All from the newest release on, up to the link references. */
  private static String olderThan(Changelog changelog) {
    List<ChangelogSection> releases =
        changelog.sections().stream()
            .filter(s -> s.heading().kind() == ChangelogHeading.Kind.RELEASE)
            .toList();
    return changelog
        .text()
        .content()
        .substring(releases.get(0).heading().start(), releases.get(releases.size() - 1).bodyEnd());
  }

  private static Code refusal(SourceText text) {
    return catchThrowableOfType(
            ReleaseException.class,
            () -> ChangelogWriter.DEFAULT.cut(Changelog.parse(text), release(), List.of()))
        .problem()
        .code();
  }

  private static String randomChangelog(Random random) {
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "# Changelog\n\nText.\n\n" : "");
    String heading = HEADINGS.get(random.nextInt(HEADINGS.size()));
    if (random.nextBoolean()) {
      boolean brackets = heading.contains("[%s]");
      text.append(brackets ? "## [Unreleased]\n" : "## Unreleased\n");
      if (random.nextBoolean()) {
        text.append("\n- Ours, of #12\n");
      }
      text.append('\n');
    }
    int releases = 1 + random.nextInt(4);
    for (int i = releases; i > 0; i--) {
      text.append(String.format(heading, "1." + (i == 1 ? 0 : 1) + "." + i, i)).append('\n');
      text.append(BODIES.get(random.nextInt(BODIES.size()))).append('\n');
    }
    if (random.nextBoolean()) {
      text.append("[Unreleased]: https://github.com/o/r/compare/v1.1.4...HEAD\n");
    }
    String all = random.nextInt(4) == 0 ? text.toString().stripTrailing() : text.toString();
    String lines = random.nextInt(3) == 0 ? all.replace("\n", "\r\n") : all;
    return (random.nextInt(4) == 0 ? MARK : "") + lines;
  }

  private static List<ChangelogEntry> commits(Random random) {
    List<String> sections = List.of("Added", "Changed", "Fixed", "Performance");
    List<ChangelogEntry> entries = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      String section = sections.get(random.nextInt(sections.size()));
      entries.add(commit(section, "change " + i + " of <T> (#" + (10 + i) + ")"));
    }
    return entries;
  }

  private static ChangelogEntry commit(String section, String description) {
    return ChangelogEntry.ofCommit(
        section,
        description,
        Optional.empty(),
        Optional.of("core"),
        Set.of(),
        "0123456789abcdef0123456789abcdef01234567",
        List.of());
  }

  private static ChangelogRelease release() {
    return new ChangelogRelease(
        "1.2.0",
        LocalDate.of(2026, 3, 9),
        "v1.2.0",
        Optional.of("v1.1.4"),
        Optional.empty(),
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Widgets turn (#7); widgets turn; true",
        "**Widgets** `turn`.; widgets turn; true",
        "Core: widgets turn; widgets turn; true",
        "See #7 for how widgets move; widgets turn (#7); true",
        "Widgets move, by 0123456; widgets turn; true",
        "Widgets turn around; widgets turn; false",
        "See other/repo#7; widgets turn (#7); false",
        "See #77; widgets turn (#7); false",
        "Widgets move, by 0123457; widgets turn; false"
      })
  void aCommitThatAPersonWroteOfIsLeftOut(String written, String commit, boolean same) {
    Changelog changelog =
        Changelog.parse(SourceText.of("CHANGELOG.md", "## Unreleased\n\n- " + written + "\n"));
    String after =
        ChangelogWriter.DEFAULT
            .cut(changelog, release(), List.of(commit("Added", commit)))
            .text()
            .content();
    assertThat(!after.contains("### Added")).isEqualTo(same);
  }

  @Test
  void theSameCommitTwiceIsOneEntry() {
    Changelog changelog = Changelog.parse(SourceText.of("CHANGELOG.md", "## Unreleased\n"));
    ChangelogEdit cut =
        ChangelogWriter.DEFAULT.cut(
            changelog, release(), List.of(commit("Added", "One"), commit("Added", "one")));
    assertThat(cut.entries()).hasSize(1);
  }

  @Test
  void aReleaseThatNothingIsSaidOfHasAnEmptySection() {
    Changelog changelog = Changelog.parse(SourceText.of("CHANGELOG.md", "## Unreleased\n"));
    ChangelogEdit cut = ChangelogWriter.DEFAULT.cut(changelog, release(), List.of());
    assertThat(cut.saysNothing()).isTrue();
    assertThat(cut.text().content()).isEqualTo("## Unreleased\n\n## 1.2.0 - 2026-03-09\n");
  }

  @Test
  void commitsOfOtherTypesAreConfiguredAndWhatBreaksIsAlwaysTold() {
    CommitKinds kinds = CommitKinds.DEFAULT.with(java.util.Map.of("PERF", "Changed"));
    assertThat(kinds.section("perf", false)).contains("Changed");
    assertThat(kinds.section("FEAT", false)).contains("Added");
    assertThat(kinds.section("refactor", false)).isEmpty();
    assertThat(kinds.section("refactor", true)).contains("Changed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{nothing}",
        "{version",
        "{#sections}",
        "{/sections}",
        "{#sections}{/entries}",
        "{text}",
        "{#entries}{/entries}",
        "{sections}",
        "{#sections}{#sections}{/sections}{/sections}"
      })
  void aTemplateThatIsNotUnderstoodIsRefused(String template) {
    ReleaseException e =
        catchThrowableOfType(
            ReleaseException.class,
            () -> ChangelogTemplate.parse(SourceText.of("template.md", template)));
    assertThat(e.problem().code()).isEqualTo(Code.CONFIGURATION_INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[", "<!--", "- ", "#", "`", "[x]: y\n", "## 1.0.0\n", "\n", "](", "**", "{"})
  void hostileTextsAreReadInTime(String part) {
    String text = "## Unreleased\n\n" + part.repeat(20_000) + "\n## 1.0.0\n";
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          Changelog changelog = Changelog.parse(SourceText.of("CHANGELOG.md", text));
          try {
            ChangelogWriter.DEFAULT.cut(
                changelog, release(), List.of(commit("Added", part.repeat(1_000) + " x")));
          } catch (ReleaseException e) {
            assertThat(e.problem().code()).isEqualTo(Code.CHANGELOG_NOT_EDITABLE);
          }
        });
  }
}
