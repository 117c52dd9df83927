package io.github.releasesync.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.releasesync.text.LineDiff.Hunk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDiffTest {

  @Test
  void equalTextsDifferNowhere() {
    assertThat(LineDiff.between(List.of(), List.of())).isEmpty();
    assertThat(LineDiff.between(List.of("a", "b"), List.of("a", "b"))).isEmpty();
  }

  @Test
  void aTextThatIsNewIsOneHunk() {
    assertThat(LineDiff.between(List.of(), List.of("a", "b"))).containsExactly(hunk(0, 0, 0, 2));
    assertThat(LineDiff.between(List.of("a", "b"), List.of())).containsExactly(hunk(0, 2, 0, 0));
  }

  @Test
  void whatStandsBetweenTwoChangesIsNoChange() {
    assertThat(LineDiff.between(lines("1 b c d 2"), lines("x 1 b c d 3")))
        .containsExactly(hunk(0, 0, 0, 1), hunk(4, 1, 5, 1));
  }

  @Test
  void anEntryThatMovesIsRemovedHereAndAddedThere() {
    assertThat(LineDiff.between(lines("moves b c d e"), lines("b c d moves e")))
        .containsExactly(hunk(0, 1, 0, 0), hunk(4, 0, 3, 1));
  }

  @Test
  void anEntryAmongLikeOnesBeginsBelowTheBlankLine() {
    List<String> before = List.of("[[package]]", "a", "", "[[package]]", "c", "");
    List<String> after = new ArrayList<>(before);
    after.addAll(3, List.of("[[package]]", "b", ""));

    assertThat(LineDiff.between(before, after)).containsExactly(hunk(3, 0, 3, 3));
    assertThat(LineDiff.between(after, before)).containsExactly(hunk(3, 3, 3, 0));
  }

  @Test
  void itIsMinimalAndLeadsToTheTextAfter() {
    Random random = new Random(20261120);
    for (int round = 0; round < 20_000; round++) {
      List<String> before = anyLines(random, 12);
      List<String> after = anyLines(random, 12);
      List<Hunk> hunks = LineDiff.between(before, after);

      assertThat(applied(hunks, before, after)).isEqualTo(after);
      assertThat(changed(hunks))
          .as("%s to %s", before, after)
          .isEqualTo(before.size() + after.size() - 2 * commonLines(before, after));
    }
  }

  @Test
  void longTextsWithFewChangesAreMinimalToo() {
    Random random = new Random(7);
    List<String> before = IntStream.range(0, 30_000).mapToObj(i -> "line " + i % 700).toList();
    List<String> after = new ArrayList<>(before);
    for (int i = 0; i < 200; i++) {
      after.add(random.nextInt(after.size()), "added " + i);
    }
    List<Hunk> hunks = LineDiff.between(before, after);

    assertThat(applied(hunks, before, after)).isEqualTo(after);
    assertThat(changed(hunks)).isEqualTo(200);
  }

  @Test
  void textsWithoutACommonLineAreOneHunk() {
    List<String> before = IntStream.range(0, 5_000).mapToObj(i -> "before " + i).toList();
    List<String> after = IntStream.range(0, 4_000).mapToObj(i -> "after " + i).toList();

    assertThat(LineDiff.between(before, after)).containsExactly(hunk(0, 5_000, 0, 4_000));
  }

  @Test
  void aMillionLinesInAnyOrderTakeNeitherTimeNorMemory() {
    List<String> before = new ArrayList<>(Collections.nCopies(500_000, ""));
    before.addAll(Collections.nCopies(500_000, "x"));
    List<String> after = new ArrayList<>(before);
    Collections.shuffle(after, new Random(3));

    List<Hunk> hunks =
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> LineDiff.between(before, after));
    assertThat(applied(hunks, before, after)).isEqualTo(after);
  }

  private static Hunk hunk(int before, int removed, int after, int added) {
    return new Hunk(before, removed, after, added);
  }

  private static List<String> lines(String words) {
    return List.of(words.split(" "));
  }

  /** Few different lines, blank ones among them, so that much repeats. */
  private static List<String> anyLines(Random random, int most) {
    return random
        .ints(random.nextInt(most + 1), 0, 4)
        .mapToObj(i -> i == 0 ? "" : "line " + i)
        .toList();
  }

  private static List<String> applied(List<Hunk> hunks, List<String> before, List<String> after) {
    List<String> result = new ArrayList<>();
    int next = 0;
    for (Hunk hunk : hunks) {
      result.addAll(before.subList(next, hunk.before()));
      assertThat(result).hasSize(hunk.after());
      result.addAll(after.subList(hunk.after(), hunk.after() + hunk.added()));
      next = hunk.before() + hunk.removed();
    }
    result.addAll(before.subList(next, before.size()));
    return result;
  }

  private static int changed(List<Hunk> hunks) {
    return hunks.stream().mapToInt(hunk -> hunk.removed() + hunk.added()).sum();
  }

  /** The length of the longest common subsequence, by trying all. */
  private static int commonLines(List<String> before, List<String> after) {
    int[][] longest = new int[before.size() + 1][after.size() + 1];
    for (int i = 1; i <= before.size(); i++) {
      for (int j = 1; j <= after.size(); j++) {
        longest[i][j] =
            before.get(i - 1).equals(after.get(j - 1))
                ? longest[i - 1][j - 1] + 1
                : Math.max(longest[i - 1][j], longest[i][j - 1]);
      }
    }
    return longest[before.size()][after.size()];
  }
}
