package io.github.releasesync.history;

import io.github.releasesync.git.Commit;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;

/** What commits ask for, as the table of levels names it. */
final class Levels {

  private Levels() {}

  /** Of messages, the oldest first, each the child of the one before. */
  static String of(List<String> messages) {
    return word(changes(messages));
  }

  static CommitSummary changes(List<String> messages) {
    CommitRange range = new CommitRange(commit -> all());
    for (int i = messages.size() - 1; i >= 0; i--) {
      List<String> parents = i == 0 ? List.of() : List.of(id(i - 1));
      range.add(new Commit(id(i), parents, Instant.EPOCH, "Ada", messages.get(i), List.of()));
    }
    return range.changes(1).get(0);
  }

  /** The id of the commit at a position. */
  static String id(int position) {
    return String.format("%08x", position + 0xabc0000).repeat(5);
  }

  private static BitSet all() {
    BitSet all = new BitSet();
    all.set(0);
    return all;
  }

  private static String word(CommitSummary changes) {
    return switch (changes.greatest()) {
      case BREAKING -> "major";
      case FEATURE -> "minor";
      case FIX -> "patch";
      case NONE -> "none";
    };
  }
}
