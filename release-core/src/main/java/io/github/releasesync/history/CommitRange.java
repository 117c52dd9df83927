package io.github.releasesync.history;

import io.github.releasesync.git.Commit;
import io.github.releasesync.version.CommitImpact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The commits of a range, each reduced to the data for a release. They come one by one, children
 * before parents; messages and paths are not kept.
 */
final class CommitRange {

  private static final int LONGEST_TITLE = 1_000;

  /** The retained data of a commit. */
  record Entry(
      String id,
      List<String> parents,
      Instant authored,
      String title,
      CommitImpact change,
      Optional<String> breaking,
      List<Revert> reverts,
      boolean unconventional,
      BitSet owners) {}

  private final Function<Commit, BitSet> owners;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * An empty range.
   *
   * @param owners the groups that a commit counts for
   */
  CommitRange(Function<Commit, BitSet> owners) {
    this.owners = owners;
  }

  /** The added commits, in order. */
  List<Entry> entries() {
    return entries;
  }

  void add(Commit commit) {
    CommitMessage message = CommitMessage.of(commit);
    entries.add(
        new Entry(
            commit.id(),
            commit.parents(),
            commit.authored(),
            cut(message.title()),
            message.change(),
            message.breakingDescription().map(CommitRange::cut),
            message.reverts(),
            message.isUnconventional(),
            owners.apply(commit)));
  }

  /** The last added commit. */
  Entry last() {
    return entries.get(entries.size() - 1);
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_TITLE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_TITLE / 2));
  }

  /** The impact of the range on each of the given number of groups. */
  List<CommitSummary> changes(int groups) {
    Reverts reverts = new Reverts(entries);
    List<CommitSummary> changes = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      changes.add(changesOf(group, reverts));
    }
    return changes;
  }

  private CommitSummary changesOf(int group, Reverts reverts) {
    Map<CommitImpact, Integer> counts = new EnumMap<>(CommitImpact.class);
    List<CountedCommit> deciding = new ArrayList<>();
    CommitImpact greatest = CommitImpact.FIX;
    int takenBack = 0;
    int unconventional = 0;
    int elsewhere = 0;
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (!entry.owners().get(group)) {
        elsewhere++;
      } else if (reverts.isTakenBack(i)) {
        takenBack++;
      } else {
        unconventional += entry.unconventional() ? 1 : 0;
        CommitImpact change = reverts.change(i);
        counts.merge(change, 1, Integer::sum);
        if (change.compareTo(greatest) > 0) {
          deciding.clear();
          greatest = change;
        }
        if (change == greatest && deciding.size() < CommitSummary.MOST_DECIDING) {
          deciding.add(counted(entry, change));
        }
      }
    }
    return new CommitSummary(counts, deciding, takenBack, elsewhere, unconventional);
  }

  private static CountedCommit counted(Entry entry, CommitImpact change) {
    return new CountedCommit(entry.id(), entry.authored(), entry.title(), change, entry.breaking());
  }
}
