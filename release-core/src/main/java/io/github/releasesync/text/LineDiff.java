package io.github.releasesync.text;

import com.github.difflib.algorithm.Change;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * The lines in which two texts differ, as few as possible. java-diff-utils finds them, with the
 * greedy algorithm of E. Myers, whose time and memory grow with the square of the changed lines: so
 * the search has a limit.
 */
public final class LineDiff {

  /** More changed lines than a reader reads; the search uses memory for their square. */
  private static final int MOST_CHANGED = 2_000;

  /** The limit of the search: the lines of both texts, times the changed lines. */
  private static final int MOST_STEPS = 64_000_000;

  private LineDiff() {}

  /**
   * Lines of one text that became lines of the other.
   *
   * @param before the number of lines above it in the text before
   * @param removed the number of lines that it removes
   * @param after the number of lines above it in the text after
   * @param added the number of lines that it adds
   */
  public record Hunk(int before, int removed, int after, int added) {

    private static Hunk of(Change change) {
      return new Hunk(
          change.startOriginal,
          change.endOriginal - change.startOriginal,
          change.startRevised,
          change.endRevised - change.startRevised);
    }

    private Hunk moved(int lines) {
      return new Hunk(before + lines, removed, after + lines, added);
    }
  }

  /**
   * The hunks that lead from one text to the other. If added or removed lines could be at several
   * places, they begin below a blank line if possible, like a section of a changelog or an entry of
   * a lock file. Texts that differ in more than some thousand lines are one hunk between their
   * common beginning and end.
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
    List<Integer> middleBefore = numbered(before.subList(head, before.size() - tail), numbers);
    List<Integer> middleAfter = numbered(after.subList(head, after.size() - tail), numbers);
    List<Hunk> hunks = new ArrayList<>();
    for (Hunk hunk : hunks(middleBefore, middleAfter)) {
      hunks.add(hunk.moved(head));
    }
    for (int i = 0; i < hunks.size(); i++) {
      hunks.set(i, settled(hunks, i, before, after));
    }
    return hunks;
  }

  /** Equal lines get equal numbers, which are compared faster. */
  private static List<Integer> numbered(List<String> lines, Map<String, Integer> numbers) {
    return lines.stream()
        .map(line -> numbers.computeIfAbsent(line, unseen -> numbers.size()))
        .toList();
  }

  private static List<Hunk> hunks(List<Integer> before, List<Integer> after) {
    int lines = before.size() + after.size();
    if (lines == 0) {
      return List.of();
    }
    int most = Math.min(MOST_CHANGED, MOST_STEPS / lines);
    try {
      return new MyersDiff<Integer>()
          .computeDiff(before, after, new Limit(most)).stream()
              .map(Hunk::of)
              .sorted(Comparator.comparingInt(Hunk::before))
              .toList();
    } catch (CancellationException tooDifferent) {
      return List.of(new Hunk(0, before.size(), 0, after.size()));
    }
  }

  /**
   * Ends a search at its first step beyond the limit; {@link MyersDiff} tries one change more in
   * each.
   */
  private record Limit(int most) implements DiffAlgorithmListener {

    @Override
    public void diffStart() {}

    @Override
    public void diffStep(int changes, int lines) {
      if (changes > most) {
        throw new CancellationException();
      }
    }

    @Override
    public void diffEnd() {}
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
