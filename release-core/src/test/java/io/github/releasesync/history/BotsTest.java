package io.github.releasesync.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.git.Commit;
import io.github.releasesync.version.CommitImpact;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs quote in the messages of their commits. */
class BotsTest {

  private static final String QUOTED =
      """
      chore(deps): bump foo from 1 to 2 (#5)

      Bumps foo from 1 to 2.
      <details>
      <summary>Release notes</summary>
      <blockquote>

      BREAKING CHANGE: upstream drops y

      </blockquote>
      </details>

      Signed-off-by: dependabot[bot] <support@github.com>
      """;

  @ParameterizedTest
  @ValueSource(strings = {"dependabot[bot]", "renovate[bot]", "Renovate Bot", "Ada"})
  void aBreakingChangeThatABotQuotesIsNotOurs(String author) {
    assertThat(change(author, QUOTED)).isEqualTo(CommitImpact.NONE);
  }

  @Test
  void aBreakingChangeThatAPersonQuotesIsOurs() {
    assertThat(change("Ada", QUOTED.replaceFirst("Signed-off-by.*\n", "")))
        .isEqualTo(CommitImpact.BREAKING);
  }

  @ParameterizedTest
  @CsvSource({
    "chore(deps): bump, NONE",
    "build(deps-dev): bump, NONE",
    "fix(deps): bump, FIX",
    "chore(deps)!: bump, BREAKING",
    "feat: our own, BREAKING"
  })
  void anUpdateOfABotCountsNoMoreThanItsTitle(String title, CommitImpact expected) {
    assertThat(change("renovate[bot]", title + "\n\nBREAKING CHANGE: upstream drops y\n"))
        .isEqualTo(expected);
  }

  @Test
  void whatABotQuotesIsLeftOutUnderAnyTitle() {
    String message = "feat: update\n\n<details open>\nBREAKING CHANGE: theirs\n\n</details>\n";

    assertThat(change("some-app[bot]", message + "\nRefs: #1\n")).isEqualTo(CommitImpact.FEATURE);
    assertThat(change("some-app[bot]", message + "\nBREAKING CHANGE: ours\n"))
        .isEqualTo(CommitImpact.BREAKING);
  }

  private static CommitImpact change(String author, String message) {
    return CommitMessage.of(
            new Commit("a".repeat(40), List.of(), Instant.EPOCH, author, message, List.of()))
        .change();
  }
}
