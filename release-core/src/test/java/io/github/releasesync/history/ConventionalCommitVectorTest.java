package io.github.releasesync.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.releasesync.testing.Shared;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** How messages are read, against what the specification and git-conventional make of them. */
class ConventionalCommitVectorTest {

  /**
   * Where tools disagree, and we are not with the column of the specification. The manual page
   * next.md says the same.
   */
  private static final Map<String, String> OUR_CHOICE =
      Map.of(
          // An author who writes it and forgets to say what breaks must not be overheard.
          "fix: x\n\nBREAKING CHANGE:", "conforming, major",
          "fix: x\n\nBREAKING CHANGE: ", "conforming, major",
          // Better performance is worth a release, as for commitizen and semantic-release.
          "perf: faster", "patch",
          "perf: app is much faster", "patch",
          // These undo what was released before, as the revert's target is not in the range.
          "Revert \"feat: add x\"\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.",
              "patch",
          "revert: feat: add x\n\nThis reverts commit 0123456.", "patch",
          "revert: let us never again speak of the noodle incident\n\nRefs: 676104e, a215868",
              "patch",
          // And this does it again.
          "Reapply \"feat: add x\"", "minor");

  @TestFactory
  Stream<DynamicTest> everyMessageIsReadAsTheSpecificationSays() {
    return Shared.tsv("vectors/conventional.tsv").stream()
        .map(
            row ->
                dynamicTest(
                    "`" + row.get("message").replace("\n", "\\n") + "`", () -> assertRow(row)));
  }

  /** Types that ask for nothing, as the specification has it, and are a patch for both of them. */
  private static final Set<String> OTHER_TYPES = Set.of("refactor", "fix_up", "fix2");

  @TestFactory
  Stream<DynamicTest> whereGitCliffAndCommitizenAgreeTheLevelIsTheSame() {
    return Shared.tsv("vectors/conventional.tsv").stream()
        .filter(row -> gitCliffLevel(row).equals(row.get("cz")))
        .filter(row -> !OUR_CHOICE.containsKey(row.get("message")))
        .map(
            row -> {
              String message = row.get("message");
              boolean other = OTHER_TYPES.contains(row.get("type")) && !is(row, "breaking");
              String wanted = other ? "none" : row.get("cz");
              return dynamicTest(
                  "`" + message.replace("\n", "\\n") + "`",
                  () -> assertThat(level(message)).isEqualTo(wanted));
            });
  }

  /** It parses with git-conventional, and takes any other type for a patch. */
  private static String gitCliffLevel(Map<String, String> row) {
    if (!is(row, "conforming")) {
      return "none";
    }
    if (is(row, "breaking")) {
      return "major";
    }
    return row.get("type").equalsIgnoreCase("feat") ? "minor" : "patch";
  }

  private static void assertRow(Map<String, String> row) {
    String message = row.get("message");
    String ours = OUR_CHOICE.getOrDefault(message, "");
    var commit = ConventionalCommit.parse(message);
    if (ours.startsWith("conforming")) {
      assertThat(commit).isPresent();
    } else {
      assertThat(commit.isPresent()).as("conforming").isEqualTo(is(row, "conforming"));
      commit.ifPresent(c -> assertParts(c, row));
    }
    assertThat(level(message)).isEqualTo(wantedLevel(row, ours));
  }

  private static void assertParts(ConventionalCommit commit, Map<String, String> row) {
    assertThat(commit.type()).isEqualTo(row.get("type"));
    assertThat(commit.scope().orElse("")).isEqualTo(row.get("scope"));
    assertThat(commit.breaking()).isEqualTo(is(row, "breaking"));
    assertThat(commit.description()).isEqualTo(row.get("description"));
    assertThat(commit.breakingDescription().orElse("")).isEqualTo(row.get("breaking_description"));
    assertThat(commit.footers().stream().map(Footer::toString).collect(Collectors.joining(" | ")))
        .isEqualTo(row.get("footers"));
  }

  private static boolean is(Map<String, String> row, String column) {
    return row.get(column).equals("true");
  }

  private static String wantedLevel(Map<String, String> row, String ours) {
    if (!ours.isEmpty()) {
      return ours.substring(ours.indexOf(' ') + 1);
    }
    String level = row.get("spec_level");
    return Set.of("none", "nonconforming").contains(level) ? "none" : level;
  }

  private static String level(String message) {
    return Levels.of(List.of(message));
  }
}
