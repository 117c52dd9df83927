package io.github.releasesync.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cycles of a graph: its strongly connected components, by Kosaraju's algorithm. Without
 * recursion, so that a chain of any length is no danger.
 *
 * @param <T> the type of the nodes
 */
final class Cycles<T> {

  private final Map<T, Integer> cycleOf = new HashMap<>();

  /**
   * Finds them.
   *
   * @param edges the successors of each node; every node is a key
   */
  Cycles(Map<T, List<T>> edges) {
    Map<T, List<T>> back = new HashMap<>();
    edges.keySet().forEach(node -> back.put(node, new ArrayList<>()));
    edges.forEach((from, all) -> all.forEach(to -> back.get(to).add(from)));
    List<T> order = new ArrayList<>();
    Set<T> seen = new HashSet<>();
    edges.keySet().forEach(node -> order.addAll(finished(node, edges, seen)));
    Collections.reverse(order);
    seen.clear();
    int cycle = 0;
    for (T node : order) {
      for (T member : finished(node, back, seen)) {
        cycleOf.put(member, cycle);
      }
      cycle++;
    }
  }

  /** Whether each of two different nodes can be reached from the other. */
  boolean join(T one, T other) {
    return !one.equals(other) && cycleOf.get(one).equals(cycleOf.get(other));
  }

  /** The unvisited nodes that can be reached from a node, each after its successors. */
  private static <T> List<T> finished(T start, Map<T, List<T>> edges, Set<T> seen) {
    List<T> finished = new ArrayList<>();
    Deque<T> path = new ArrayDeque<>();
    Deque<Iterator<T>> open = new ArrayDeque<>();
    if (seen.add(start)) {
      path.push(start);
      open.push(edges.get(start).iterator());
    }
    while (!path.isEmpty()) {
      if (!open.peek().hasNext()) {
        finished.add(path.pop());
        open.pop();
        continue;
      }
      T next = open.peek().next();
      if (seen.add(next)) {
        path.push(next);
        open.push(edges.get(next).iterator());
      }
    }
    return finished;
  }
}
