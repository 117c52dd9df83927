package io.github.releasesync.history;

import io.github.releasesync.version.CommitImpact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The impact of the commits since a release on the users of one group.
 *
 * @param counts the number of commits of each kind; reverted commits do not
 * @param deciding the commits of the greatest change, the newest first, at most {@link
 *     #MOST_DECIDING}; empty if nothing is worth a release
 * @param takenBack the number of reverted commits, which do not count
 * @param elsewhere the number of commits that touch no package of the group
 * @param unconventional the number of counted commits whose message follows no convention
 */
public record CommitSummary(
    Map<CommitImpact, Integer> counts,
    List<CountedCommit> deciding,
    int takenBack,
    int elsewhere,
    int unconventional) {

  /** The number of deciding commits that are kept; all are counted. */
  public static final int MOST_DECIDING = 100;

  /** Copies. */
  public CommitSummary {
    counts = Map.copyOf(counts);
    deciding = List.copyOf(deciding);
  }

  /**
   * The greatest change, which decides the level.
   *
   * @return {@code NONE} if there is nothing to release
   */
  public CommitImpact greatest() {
    return deciding.isEmpty() ? CommitImpact.NONE : deciding.get(0).change();
  }

  /**
   * The number of commits of one kind.
   *
   * @param change the kind
   * @return not negative
   */
  public int count(CommitImpact change) {
    return counts.getOrDefault(change, 0);
  }

  /**
   * The number of commits that count, including those without impact on users.
   *
   * @return not negative
   */
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Whether the messages say nothing about a release: none of the commits follows Conventional
   * Commits.
   *
   * @return false too if a commit was reverted
   */
  public boolean ignoresConvention() {
    return takenBack == 0 && unconventional > 0 && unconventional == total();
  }

  /**
   * The counted commits as text.
   *
   * @param since the release that it came after
   * @return such as {@code 1 feature, 2 fixes since v1.2.0}; {@code 3 commits since v1.2.0, nothing
   *     for users}; {@code no commit since v1.2.0}; with {@code (1 commit reverted)}; {@code none
   *     of 3 commits since v1.2.0 follows Conventional Commits}
   */
  public String inWords(String since) {
    if (ignoresConvention()) {
      return total() == 1
          ? "the 1 commit since " + since + " does not follow Conventional Commits"
          : "none of " + total() + " commits since " + since + " follows Conventional Commits";
    }
    List<String> parts = new ArrayList<>();
    add(parts, count(CommitImpact.BREAKING), "breaking change", "s");
    add(parts, count(CommitImpact.FEATURE), "feature", "s");
    add(parts, count(CommitImpact.FIX), "fix", "es");
    String words = String.join(", ", parts) + " since " + since;
    if (parts.isEmpty()) {
      add(parts, total(), "commit", "s");
      words =
          parts.isEmpty()
              ? "no commit since " + since
              : parts.get(0) + " since " + since + ", nothing for users";
    }
    List<String> back = new ArrayList<>();
    add(back, takenBack, "commit", "s");
    return words + (back.isEmpty() ? "" : " (" + back.get(0) + " reverted)");
  }

  private static void add(List<String> parts, int number, String what, String plural) {
    if (number > 0) {
      parts.add(number + " " + what + (number == 1 ? "" : plural));
    }
  }
}
