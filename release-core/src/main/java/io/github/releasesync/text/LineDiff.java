package io.github.releasesync.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The lines in which two texts differ, as few as there can be: the greedy algorithm of E. Myers,
 * "An O(ND) Difference Algorithm and Its Variations" (1986).
 */
public final class LineDiff {

  /** Nobody reads more changed lines than that, and the search remembers the square of them. */
  private static final int MOST_CHANGED = 2_000;

  /** How much the search may do: the lines of both texts, times the changed ones. */
  private static final int MOST_STEPS = 64_000_000;

  private final int[] before;
  private final int[] after;

  private LineDiff(int[] before, int[] after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Lines of one text that became lines of the other.
   *
   * @param before how many lines of the text before stand above it
   * @param removed how many lines of the text before it takes
   * @param after how many lines of the text after stand above it
   * @param added how many lines of the text after it brings
   */
  public record Hunk(int before, int removed, int after, int added) {

    private Hunk moved(int lines) {
      return new Hunk(before + lines, removed, after + lines, added);
    }
  }

  /**
   * The hunks that lead from one text to the other. Where lines that only came, or only went, could
   * stand at several places, they begin below a blank line if they can, as a section of a changelog
   * or an entry of a lock file does. Texts that differ in more than some thousand lines are one
   * hunk between their common beginning and end.
   *
   * @param before the lines before
   * @param after the lines after
   * @return the hunks from top to bottom, with an unchanged line or more between two
   */
  public static List<Hunk> between(List<String> before, List<String> after) {
    int shorter = Math.min(before.size(), after.size());
    int head = 0;
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    Map<String, Integer> numbers = new HashMap<>();
    LineDiff middle =
        new LineDiff(
            numbered(before.subList(head, before.size() - tail), numbers),
            numbered(after.subList(head, after.size() - tail), numbers));
    List<Hunk> hunks = new ArrayList<>();
    for (Hunk hunk : middle.hunks()) {
      hunks.add(hunk.moved(head));
    }
    for (int i = 0; i < hunks.size(); i++) {
      hunks.set(i, settled(hunks, i, before, after));
    }
    return hunks;
  }

  /** Equal lines get equal numbers, which are compared faster. */
  private static int[] numbered(List<String> lines, Map<String, Integer> numbers) {
    return lines.stream()
        .mapToInt(line -> numbers.computeIfAbsent(line, unseen -> numbers.size()))
        .toArray();
  }

  private List<Hunk> hunks() {
    BitSet removed = new BitSet();
    BitSet added = new BitSet();
    mark(removed, added);
    List<Hunk> hunks = new ArrayList<>();
    int x = 0;
    int y = 0;
    while (x < before.length || y < after.length) {
      int nextX = removed.nextClearBit(x);
      int nextY = added.nextClearBit(y);
      if (nextX > x || nextY > y) {
        hunks.add(new Hunk(x, nextX - x, y, nextY - y));
      }
      x = nextX + 1;
      y = nextY + 1;
    }
    return hunks;
  }

  /** Looks how far one comes with no change, with one, with two, until both texts end. */
  private void mark(BitSet removed, BitSet added) {
    int lines = before.length + after.length;
    int most = Math.min(Math.min(lines, MOST_CHANGED), MOST_STEPS / Math.max(lines, 1));
    int middle = most + 1;
    int[] reached = new int[2 * middle + 1];
    List<int[]> rounds = new ArrayList<>();
    for (int changes = 0; changes <= most; changes++) {
      for (int k = -changes; k <= changes; k += 2) {
        boolean adds = adds(reached, middle + k, k, changes);
        int x = adds ? reached[middle + k + 1] : reached[middle + k - 1] + 1;
        while (x < before.length && x - k < after.length && before[x] == after[x - k]) {
          x++;
        }
        reached[middle + k] = x;
        if (x >= before.length && x - k >= after.length) {
          walkBack(rounds, removed, added);
          return;
        }
      }
      rounds.add(Arrays.copyOfRange(reached, middle - changes, middle + changes + 1));
    }
    removed.set(0, before.length);
    added.set(0, after.length);
  }

  private void walkBack(List<int[]> rounds, BitSet removed, BitSet added) {
    int k = before.length - after.length;
    for (int changes = rounds.size(); changes > 0; changes--) {
      int[] reached = rounds.get(changes - 1);
      int at = k + changes - 1;
      if (adds(reached, at, k, changes)) {
        k++;
        added.set(reached[at + 1] - k);
      } else {
        k--;
        removed.set(reached[at - 1]);
      }
    }
  }

  /**
   * Whether the furthest way to a diagonal, which is a line more or less, ends with an added line.
   */
  private static boolean adds(int[] reached, int at, int k, int changes) {
    return k == -changes || k != changes && reached[at - 1] < reached[at + 1];
  }

  private static Hunk settled(List<Hunk> hunks, int i, List<String> before, List<String> after) {
    Hunk hunk = hunks.get(i);
    if (hunk.removed > 0 && hunk.added > 0) {
      return hunk;
    }
    boolean adds = hunk.removed == 0;
    List<String> lines = adds ? after : before;
    int length = hunk.removed + hunk.added;
    int least = 0;
    if (i > 0) {
      Hunk above = hunks.get(i - 1);
      least = 1 + (adds ? above.after + above.added : above.before + above.removed);
    }
    int most = lines.size();
    if (i + 1 < hunks.size()) {
      most = (adds ? hunks.get(i + 1).after : hunks.get(i + 1).before) - 1;
    }
    int from = adds ? hunk.after : hunk.before;
    return hunk.moved(settled(lines, from, length, least, most) - from);
  }

  /** The lowest place below a blank line, else the lowest, of those that give the same text. */
  private static int settled(List<String> lines, int from, int length, int least, int most) {
    int at = from;
    while (at > least && lines.get(at - 1).equals(lines.get(at + length - 1))) {
      at--;
    }
    int best = -1;
    while (true) {
      if (at == 0 || lines.get(at - 1).isBlank()) {
        best = at;
      }
      if (at + length >= most || !lines.get(at).equals(lines.get(at + length))) {
        return best < 0 ? at : best;
      }
      at++;
    }
  }
}
