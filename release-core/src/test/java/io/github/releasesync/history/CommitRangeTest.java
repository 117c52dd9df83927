package io.github.releasesync.history;

import static io.github.releasesync.history.Levels.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.releasesync.json.Json;
import io.github.releasesync.json.JsonValue;
import io.github.releasesync.testing.Shared;
import io.github.releasesync.version.CommitImpact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which level several commits ask for together, and what they take back of one another. */
class CommitRangeTest {

  /** Where we are not with release-plz, which releases a patch for any commit. */
  private static final Map<String, String> OUR_CHOICE =
      Map.of(
          "[\"docs: a\"]", "none",
          "[\"chore: a\", \"test: b\"]", "none",
          "[\"my change\"]", "none",
          "[\"feat: a\", \"Revert \\\"feat: a\\\"\"]", "none");

  @TestFactory
  Stream<DynamicTest> theGreatestChangeCounts() {
    return Shared.tsv("vectors/conventional-sets.tsv").stream()
        .map(
            row -> {
              String set = row.get("commits_json");
              String wanted = OUR_CHOICE.getOrDefault(set, row.get("release_plz_1x"));
              return dynamicTest(set, () -> assertThat(Levels.of(strings(set))).isEqualTo(wanted));
            });
  }

  private static List<String> strings(String json) {
    return new Json().read(json).list().stream().map(JsonValue::string).toList();
  }

  private static String revert(String title, String id) {
    return "Revert \"" + title + "\"\n\nThis reverts commit " + id + ".\n";
  }

  @Test
  void aRevertTakesBackTheCommitThatItNames() {
    CommitSummary changes = Levels.changes(List.of("feat: a", "fix: b", revert("feat: a", id(0))));
    assertThat(changes.greatest()).isEqualTo(CommitImpact.FIX);
    assertThat(changes.takenBack()).isEqualTo(1);
    assertThat(changes.count(CommitImpact.NONE)).isEqualTo(1);
    assertThat(changes.deciding()).extracting(CountedCommit::title).containsExactly("fix: b");
  }

  @Test
  void anAbbreviatedIdIsEnough() {
    String id = id(0).substring(0, 8);
    assertThat(Levels.of(List.of("feat!: a", "undo it\n\nThis reverts commit " + id + ".")))
        .isEqualTo("none");
    assertThat(Levels.of(List.of("feat!: a", "revert: that\n\nRefs: " + id))).isEqualTo("none");
    assertThat(Levels.of(List.of("feat!: a", "fix: undo it\n\nThis reverts commit " + id)))
        .isEqualTo("patch");
  }

  @Test
  void aRevertOfARevertBringsTheChangeBack() {
    String reverted = revert("feat: a", id(0));
    assertThat(Levels.of(List.of("feat: a", reverted, revert("Revert \"feat: a\"", id(1)))))
        .isEqualTo("minor");
    assertThat(
            Levels.of(
                List.of(
                    "feat: a", reverted, "Reapply \"feat: a\"\n\nThis reverts commit " + id(1))))
        .isEqualTo("minor");
    assertThat(Levels.of(List.of("feat: a", "Revert \"feat: a\"", "Reapply \"feat: a\"")))
        .isEqualTo("minor");
  }

  @Test
  void aTitleIsTakenBackOnceForEachRevert() {
    assertThat(
            Levels.changes(List.of("fix: a", "fix: a", "Revert \"fix: a\""))
                .count(CommitImpact.FIX))
        .isEqualTo(1);
  }

  @Test
  void theRevertOfAPullRequestNamesItByItsTitle() {
    assertThat(
            Levels.of(
                List.of("feat: a (#12)", "Revert \"feat: a (#12)\" (#13)\n\nReverts ada/x#12")))
        .isEqualTo("none");
  }

  @Test
  void takingBackWhatWasReleasedIsAFix() {
    assertThat(Levels.of(List.of("docs: b", revert("feat: a", "0123456789abcdef"))))
        .isEqualTo("patch");
    assertThat(Levels.of(List.of("revert!: feat: a"))).isEqualTo("major");
    assertThat(Levels.of(List.of("Reapply \"feat: a\"\n\nThis reverts commit 0123456")))
        .isEqualTo("minor");
  }

  @Test
  void aMergeThatIsTakenBackTakesAllWithItThatItBrought() {
    CommitRange range = new CommitRange(commit -> java.util.BitSet.valueOf(new long[] {1}));
    add(range, 5, revert("Merge branch 'side'", id(4)), 4);
    add(range, 4, "Merge branch 'side'", 1, 3);
    add(range, 3, "feat: two", 2);
    add(range, 2, "feat: one", 0);
    add(range, 1, "fix: main", 0);
    add(range, 0, "feat: base");
    CommitSummary changes = range.changes(1).get(0);
    assertThat(changes.takenBack()).isEqualTo(3);
    assertThat(changes.deciding()).extracting(CountedCommit::title).containsExactly("feat: base");
    assertThat(changes.count(CommitImpact.FIX)).isEqualTo(1);
  }

  private static void add(CommitRange range, int position, String message, int... parents) {
    List<String> ids = new ArrayList<>();
    for (int parent : parents) {
      ids.add(id(parent));
    }
    range.add(
        new io.github.releasesync.git.Commit(
            id(position), ids, java.time.Instant.EPOCH, "Ada", message, List.of()));
  }

  @Test
  void theDecidingCommitsAreTheNewestAndNotAllOfThem() {
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      messages.add("feat: " + i);
    }
    messages.add("fix: last");
    CommitSummary changes = Levels.changes(messages);
    assertThat(changes.deciding()).hasSize(CommitSummary.MOST_DECIDING);
    assertThat(changes.deciding().get(0).title()).isEqualTo("feat: 149");
    assertThat(changes.count(CommitImpact.FEATURE)).isEqualTo(150);
    assertThat(changes.total()).isEqualTo(151);
  }

  @Test
  void manyRevertsAreNoTrouble() {
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      messages.add("feat: a");
    }
    for (int i = 0; i < 2_000; i++) {
      messages.add("Revert \"feat: a\"");
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> assertThat(Levels.changes(messages).count(CommitImpact.FEATURE)).isEqualTo(18_000));
  }
}
