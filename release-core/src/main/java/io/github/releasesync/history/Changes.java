package io.github.releasesync.history;

import io.github.releasesync.version.Change;
import java.util.List;
import java.util.Map;

/**
 * What the commits since a release change for the users of one group.
 *
 * @param counts how many commits of each kind count; those that were taken back do not
 * @param deciding the commits of the greatest change, the newest first, at most {@link
 *     #MOST_DECIDING}; empty if nothing is worth a release
 * @param takenBack how many commits do not count because a later one of the range takes them back
 * @param elsewhere how many commits touch no package of the group
 */
public record Changes(
    Map<Change, Integer> counts, List<CountedCommit> deciding, int takenBack, int elsewhere) {

  /** How many deciding commits are kept; all are counted. */
  public static final int MOST_DECIDING = 100;

  /** Copies. */
  public Changes {
    counts = Map.copyOf(counts);
    deciding = List.copyOf(deciding);
  }

  /**
   * The greatest change, which decides the level.
   *
   * @return {@code NONE} if there is nothing to release
   */
  public Change greatest() {
    return deciding.isEmpty() ? Change.NONE : deciding.get(0).change();
  }

  /**
   * How many commits of one kind count.
   *
   * @param change the kind
   * @return not negative
   */
  public int count(Change change) {
    return counts.getOrDefault(change, 0);
  }

  /**
   * How many commits count, those that change nothing for users included.
   *
   * @return not negative
   */
  public int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
