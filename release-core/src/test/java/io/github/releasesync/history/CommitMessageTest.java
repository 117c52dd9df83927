package io.github.releasesync.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.version.CommitImpact;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What counts of a message: its title, and of a squashed one what the title hides. */
class CommitMessageTest {

  private static List<String> entries(String message) {
    return CommitMessage.of(message).entries().stream()
        .map(entry -> entry.type() + ": " + entry.description())
        .toList();
  }

  @Test
  void theTitleOfASquashedPullRequestCounts() {
    String message = "fix: x (#12)\n\n* feat: squashed one\n\n* feat!: two\n";
    assertThat(entries(message)).containsExactly("fix: x (#12)");
    assertThat(CommitMessage.of(message).change()).isEqualTo(CommitImpact.FIX);
  }

  @Test
  void whatATitleHidesCounts() {
    String message =
        """
        Faster parser (#12)

        * feat: one

        body

        * wip

        * fix: two

        BREAKING CHANGE: gone

        ---------

        Co-authored-by: Ada <ada@example.org>
        """;
    assertThat(entries(message)).containsExactly("feat: one", "fix: two");
    assertThat(CommitMessage.of(message).change()).isEqualTo(CommitImpact.BREAKING);
    assertThat(CommitMessage.of(message).breakingDescription()).contains("gone");
  }

  @Test
  void aListInAnyOtherBodyDoesNotCount() {
    assertThat(entries("Faster parser\n\n* feat: one\n")).isEmpty();
    assertThat(entries("Faster parser (12)\n\n* feat: one\n")).isEmpty();
    assertThat(entries("Faster parser (#)\n\n* feat: one\n")).isEmpty();
    assertThat(entries("Revert \"x\" (#12)\n\n* feat: one\n")).isEmpty();
  }

  @Test
  void aFixupIsPartOfWhatItFixes() {
    assertThat(CommitMessage.of("fixup! feat: x").change()).isEqualTo(CommitImpact.NONE);
    assertThat(CommitMessage.of("squash! feat!: x").change()).isEqualTo(CommitImpact.NONE);
  }

  @Test
  void aMergeCountsByItsOwnTitleOnly() {
    assertThat(entries("Merge pull request #12 from a/b\n\nfeat: add x")).isEmpty();
    assertThat(entries("feat: add x (#12)\n\nbody")).containsExactly("feat: add x (#12)");
  }

  @Test
  void coAuthorsAreNamed() {
    ConventionalCommit commit =
        ConventionalCommit.parse(
                "feat: x\n\nCo-authored-by: Ada <a@b>\nco-authored-by: Bob <b@c>\nRefs: #1")
            .orElseThrow();
    assertThat(commit.coAuthors()).containsExactly("Ada <a@b>", "Bob <b@c>");
  }

  @Test
  void aFooterGoesOnUpToTheNextOneOverBlankLinesToo() {
    String message = "feat: x\r\n\r\nbody\r\n\r\nBREAKING CHANGE: a\r\n\r\n  b\r\nRefs: #1\r\n\r\n";
    assertThat(ConventionalCommit.parse(message).orElseThrow().footers())
        .containsExactly(
            new Footer("BREAKING CHANGE", ":", "a\n\n  b"), new Footer("Refs", ":", "#1"));
  }

  @Test
  void aBodyThatBeginsWithAnAddressHasNoFooter() {
    assertThat(ConventionalCommit.parse("feat: x\n\nhttps://example.org/a").orElseThrow().footers())
        .isEmpty();
  }

  @Test
  void anyTextCanBeRead() {
    Random random = new Random(42);
    String[] parts = {"feat", "!", ":", " ", "(", ")", "\n", "\r", "* ", "#", "Revert \"", "\""};
    String[] more = {"BREAKING CHANGE", "This reverts commit ", "abcdef01", "\u00a0", "\ud800", ""};
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(12); k > 0; k--) {
        String[] from = random.nextBoolean() ? parts : more;
        text.append(from[random.nextInt(from.length)]);
      }
      CommitMessage message = CommitMessage.of(text.toString());
      assertThat(message.title()).doesNotContain("\n");
      assertThat(message.change()).isNotNull();
    }
  }
}
