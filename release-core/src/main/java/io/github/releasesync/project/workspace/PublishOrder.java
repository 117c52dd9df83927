package io.github.releasesync.project.workspace;

import io.github.releasesync.version.Ecosystem;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The order in which crates can be published: each in a level above all that it requires. */
public final class PublishOrder {

  private final Map<String, Set<String>> needs;
  private final Map<String, Integer> levels = new HashMap<>();
  private final Set<String> cycle;

  private PublishOrder(Map<String, Set<String>> needs) {
    this.needs = needs;
    Set<String> open = new LinkedHashSet<>(needs.keySet());
    List<String> free = free(open);
    for (int level = 0; !free.isEmpty(); level++) {
      for (String name : free) {
        levels.put(name, level);
      }
      free.forEach(open::remove);
      free = free(open);
    }
    this.cycle = cycle(open);
  }

  public static PublishOrder of(Workspace workspace, Set<String> crates) {
    Map<String, Set<String>> needs = new TreeMap<>();
    crates.forEach(name -> needs.put(name, new LinkedHashSet<>()));
    for (SiblingRequirement r : workspace.requirements()) {
      boolean both = r.from().isPresent() && crates.contains(r.to().name());
      if (r.to().ecosystem() == Ecosystem.CARGO && both && !r.from().get().equals(r.to())) {
        Optional.ofNullable(needs.get(r.from().get().name())).ifPresent(n -> n.add(r.to().name()));
      }
    }
    return new PublishOrder(needs);
  }

  private List<String> free(Set<String> open) {
    return open.stream().filter(name -> levels.keySet().containsAll(needs.get(name))).toList();
  }

  /** Removes the crates that only wait for the cycle. */
  private Set<String> cycle(Set<String> open) {
    Set<String> left = new LinkedHashSet<>(open);
    while (left.removeIf(name -> left.stream().noneMatch(c -> needs.get(c).contains(name)))) {
      continue;
    }
    return left;
  }

  /** The crates that a crate requires. */
  public Set<String> needs(String crate) {
    return needs.get(crate);
  }

  /** A crate's level, from 0; crates that a cycle blocks come last. */
  public int of(String crate) {
    return levels.getOrDefault(crate, Integer.MAX_VALUE);
  }

  /** The crates that need one another, so that none can be first. */
  public Set<String> cycle() {
    return cycle;
  }
}
