package io.github.releasesync.history;

import io.github.releasesync.history.CommitRange.Entry;
import io.github.releasesync.version.CommitImpact;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The reverts within a range of commits. A commit that a later one reverts does not count, and
 * neither does the revert; a revert that is itself reverted has no effect. The revert of a merge
 * reverts all commits of the merge.
 */
final class Reverts {

  private final List<Entry> entries;
  private final BitSet takenBack = new BitSet();
  private final BitSet takesBackOnly = new BitSet();
  private final CommitImpact[] changes;

  /** Of the commits that a revert may name: position by id, and positions by title. */
  private final TreeMap<String, Integer> byId = new TreeMap<>();

  private final Map<String, List<Integer>> byTitle = new HashMap<>();

  /** Position by id of all; only made if a merge is reverted. */
  private final Map<String, Integer> positions = new HashMap<>();

  Reverts(List<Entry> entries) {
    this.entries = entries;
    this.changes = entries.stream().map(Entry::change).toArray(CommitImpact[]::new);
    List<Revert> reverts = entries.stream().flatMap(entry -> entry.reverts().stream()).toList();
    if (!reverts.isEmpty()) {
      index(reverts);
      // A revert is newer than the reverted commit, so the newest is right.
      for (int i = 0; i < entries.size(); i++) {
        for (Revert revert : takenBack.get(i) ? List.<Revert>of() : entries.get(i).reverts()) {
          apply(i, revert);
        }
      }
    }
  }

  /** Most commits are named by none, and need not be sorted. */
  private void index(List<Revert> reverts) {
    Set<String> ids = new HashSet<>();
    Set<String> titles = new HashSet<>();
    for (Revert revert : reverts) {
      revert.commits().forEach(id -> ids.add(beginning(id)));
      revert.title().ifPresent(titles::add);
    }
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (ids.contains(beginning(entry.id()))) {
        byId.put(entry.id(), i);
      }
      if (titles.contains(entry.title())) {
        byTitle.computeIfAbsent(entry.title(), t -> new ArrayList<>()).add(i);
      }
    }
  }

  private static String beginning(String id) {
    return id.substring(0, Revert.SHORTEST_ID);
  }

  boolean isTakenBack(int i) {
    return takenBack.get(i);
  }

  /** Whether it is listed for users: neither a reverted commit nor a pure revert is. */
  boolean isTold(int i) {
    return !takenBack.get(i) && !takesBackOnly.get(i);
  }

  /** The impact of a commit on users, unless it is reverted. */
  CommitImpact change(int i) {
    return changes[i];
  }

  private void apply(int i, Revert revert) {
    List<Integer> targets = targets(i, revert);
    targets.forEach(this::takeBack);
    if (revert.isListed()) {
      revert.otherwise().filter(impact -> targets.isEmpty()).ifPresent(impact -> raise(i, impact));
    } else if (revert.otherwise().isPresent() && changes[i] != CommitImpact.BREAKING) {
      changes[i] = targets.isEmpty() ? revert.otherwise().get() : CommitImpact.NONE;
      takesBackOnly.set(i, !targets.isEmpty());
    }
  }

  /** One of a list adds to the others. */
  private void raise(int i, CommitImpact impact) {
    changes[i] = impact.compareTo(changes[i]) > 0 ? impact : changes[i];
  }

  private List<Integer> targets(int i, Revert revert) {
    if (revert.commits().isEmpty()) {
      return revert.title().stream()
          .flatMap(title -> byTitle.getOrDefault(title, List.of()).stream())
          .filter(older -> older > i && !takenBack.get(older))
          .limit(1)
          .toList();
    }
    return revert.commits().stream().flatMap(id -> named(id).stream()).toList();
  }

  /** The commit of an id that may be abbreviated; none if that is ambiguous. */
  private List<Integer> named(String id) {
    Map<String, Integer> found = byId.subMap(id, true, id + 'g', false);
    return found.size() == 1 ? List.copyOf(found.values()) : List.of();
  }

  private void takeBack(int i) {
    takenBack.set(i);
    List<String> parents = entries.get(i).parents();
    if (parents.size() > 1) {
      if (positions.isEmpty()) {
        for (int k = 0; k < entries.size(); k++) {
          positions.put(entries.get(k).id(), k);
        }
      }
      BitSet brought = reachable(parents.subList(1, parents.size()));
      brought.andNot(reachable(parents.subList(0, 1)));
      takenBack.or(brought);
    }
  }

  private BitSet reachable(List<String> from) {
    BitSet seen = new BitSet();
    Deque<String> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      Integer i = positions.get(open.pop());
      if (i != null && !seen.get(i)) {
        seen.set(i);
        open.addAll(entries.get(i).parents());
      }
    }
    return seen;
  }
}
