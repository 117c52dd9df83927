package io.github.releasesync.git.jgit;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Which commits are in which history. Every commit is read once. Histories are followed to where
 * they are known, whatever the clocks of their committers said.
 */
final class History {

  private static final RevCommit[] NONE = {};

  private final RevWalk walk;
  private final Map<RevCommit, Reach> reaches = new HashMap<>();

  History(Repository repository) {
    this.walk = new RevWalk(repository);
    walk.setRetainBody(false);
  }

  /** The commit of an object, through tags; empty for other objects. */
  Optional<RevCommit> commit(AnyObjectId id) throws IOException {
    return peeled(id) instanceof RevCommit commit ? Optional.of(commit) : Optional.empty();
  }

  RevObject object(AnyObjectId id) throws IOException {
    return walk.parseAny(id);
  }

  RevObject peeled(AnyObjectId id) throws IOException {
    return walk.peel(walk.parseAny(id));
  }

  /** Whether a commit is in the history of another, or is that. */
  boolean reaches(RevCommit from, RevCommit to) throws IOException {
    return reach(from).has(to);
  }

  /** How many commits of a history another history has not. */
  int countSince(RevCommit from, RevCommit other) throws IOException {
    return range(from, reach(other).all()).size();
  }

  /**
   * The commits of a history that others have not, children before parents and else the newest
   * first.
   */
  List<RevCommit> since(RevCommit from, Collection<RevCommit> others) throws IOException {
    Set<RevCommit> excluded = new HashSet<>();
    Deque<RevCommit> open = new ArrayDeque<>(others);
    while (!open.isEmpty()) {
      RevCommit commit = open.pop();
      if (excluded.add(commit)) {
        open.addAll(List.of(parents(commit)));
      }
    }
    Set<RevCommit> range = range(from, excluded);
    Map<RevCommit, Integer> children = new HashMap<>();
    for (RevCommit commit : range) {
      for (RevCommit parent : commit.getParents()) {
        children.merge(parent, 1, Integer::sum);
      }
    }
    return ordered(from, range, children);
  }

  private static List<RevCommit> ordered(
      RevCommit from, Set<RevCommit> range, Map<RevCommit, Integer> children) {
    List<RevCommit> ordered = new ArrayList<>(range.size());
    Newest next = new Newest();
    if (range.contains(from)) {
      next.add(from);
    }
    while (!next.isEmpty()) {
      RevCommit commit = next.poll();
      ordered.add(commit);
      for (RevCommit parent : commit.getParents()) {
        if (range.contains(parent) && children.merge(parent, -1, Integer::sum) == 0) {
          next.add(parent);
        }
      }
    }
    return ordered;
  }

  private Set<RevCommit> range(RevCommit from, Set<RevCommit> excluded) throws IOException {
    Set<RevCommit> range = new HashSet<>();
    Deque<RevCommit> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      RevCommit commit = open.pop();
      if (!excluded.contains(commit) && range.add(commit)) {
        open.addAll(List.of(parents(commit)));
      }
    }
    return range;
  }

  RevCommit[] parents(RevCommit commit) throws IOException {
    walk.parseHeaders(commit);
    return commit.getParentCount() == 0 ? NONE : commit.getParents();
  }

  private Reach reach(RevCommit from) throws IncorrectObjectTypeException, IOException {
    Reach reach = reaches.get(from);
    if (reach == null) {
      walk.parseHeaders(from);
      reach = new Reach(from);
      reaches.put(from, reach);
    }
    return reach;
  }

  /** The history of a commit, read as far back as it was asked for. */
  private final class Reach {

    private final Set<RevCommit> seen = new HashSet<>();
    private final Newest next = new Newest();

    Reach(RevCommit from) {
      seen.add(from);
      next.add(from);
    }

    boolean has(RevCommit commit) throws IOException {
      while (!seen.contains(commit) && !next.isEmpty()) {
        step();
      }
      return seen.contains(commit);
    }

    Set<RevCommit> all() throws IOException {
      while (!next.isEmpty()) {
        step();
      }
      return seen;
    }

    private void step() throws IOException {
      for (RevCommit parent : parents(next.poll())) {
        if (seen.add(parent)) {
          walk.parseHeaders(parent);
          next.add(parent);
        }
      }
    }
  }

  /** Commits by time, the newest first; of one time, the one that came first. */
  private static final class Newest {

    private record Placed(RevCommit commit, int place) {}

    private final PriorityQueue<Placed> queue =
        new PriorityQueue<>(
            Comparator.comparingInt((Placed placed) -> placed.commit().getCommitTime())
                .reversed()
                .thenComparingInt(Placed::place));
    private int places;

    void add(RevCommit commit) {
      queue.add(new Placed(commit, places++));
    }

    RevCommit poll() {
      return queue.poll().commit();
    }

    boolean isEmpty() {
      return queue.isEmpty();
    }
  }
}
