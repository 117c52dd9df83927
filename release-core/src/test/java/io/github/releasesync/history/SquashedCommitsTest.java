package io.github.releasesync.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Reverts within the list of a squashed pull request. */
class SquashedCommitsTest {

  private static final String ID = "1111111111111111111111111111111111111111";

  @Test
  void anInnerRevertIsOneOfTheList() {
    String message =
        "Squashed things (#9)\n\n* feat: b\n\n* Revert \"feat: a\"\n\nThis reverts commit "
            + ID
            + ".\n\n* fix: other\n";

    assertThat(entries(message)).containsExactly("b", "other");
    assertThat(Levels.of(List.of(message))).isEqualTo("minor");
  }

  @Test
  void anInnerRevertTakesBackWhatTheListHas() {
    String message =
        "Squashed things (#9)\n\n* feat: a\n\n* fix: b\n\n* Revert \"feat: a\"\n\nThis reverts commit "
            + ID
            + ".\n";

    assertThat(entries(message)).containsExactly("b");
    assertThat(Levels.of(List.of(message))).isEqualTo("patch");
  }

  @Test
  void anInnerRevertByTypeTakesBackWhatTheListHas() {
    assertThat(entries("Things (#9)\n\n* feat: a\n* fix: b\n* revert: feat: a\n"))
        .containsExactly("b");
  }

  @Test
  void aRevertThatTheListTakesBackHasNoEffect() {
    String message = "Things (#9)\n\n* feat: a\n* Revert \"feat: a\"\n* Reapply \"feat: a\"\n";

    assertThat(entries(message)).containsExactly("a");
    assertThat(Levels.of(List.of(message))).isEqualTo("minor");
  }

  @Test
  void ofEqualTitlesTheNewestBeforeIsTakenBack() {
    assertThat(entries("Things (#9)\n\n* fix: a\n* Revert \"fix: a\"\n* fix: a\n"))
        .containsExactly("a");
  }

  @Test
  void anInnerRevertTakesBackACommitBeforeTheList() {
    String list = "Things (#9)\n\n* Revert \"feat: a\"\n\nThis reverts commit ";

    assertThat(Levels.of(List.of("feat: a", list + Levels.id(0) + ".\n\n* docs: b\n")))
        .isEqualTo("none");
    assertThat(Levels.of(List.of("feat: a", "Things (#9)\n\n* fix: b\n* Revert \"feat: a\"\n")))
        .isEqualTo("patch");
  }

  @Test
  void anInnerRevertOfAReleasedCommitIsAFix() {
    assertThat(Levels.of(List.of("Things (#9)\n\n* docs: b\n* Revert \"feat: a\"\n")))
        .isEqualTo("patch");
  }

  @Test
  void aRevertBeforeTheListIsOneOfTheWhole() {
    String message = "Undo (#9)\n\nThis reverts commit " + Levels.id(0) + ".\n\n* fix: b\n";

    assertThat(Levels.of(List.of("feat: a", message))).isEqualTo("patch");
  }

  private static List<String> entries(String message) {
    return CommitMessage.of(message).entries().stream()
        .map(ConventionalCommit::description)
        .toList();
  }
}
