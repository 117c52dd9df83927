package io.github.releasesync.check;

import io.github.releasesync.manifest.cargo.DependencyKind;
import io.github.releasesync.problem.Place;
import io.github.releasesync.project.workspace.CrateDependency;
import io.github.releasesync.project.workspace.CrateFacts;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.text.Located;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The features that some features of crates enable (Cargo book, "Features"): by features, by {@code
 * dep:x}, {@code x/feature} and {@code x?/feature}, and by what dependencies state. Among crates of
 * the repository only; each path is a shortest one.
 */
final class FeatureWalk {

  private static final String CRATE_ITSELF = "";
  private static final String DEP = "dep:";
  private static final String DEFAULT = "default";

  /**
   * A feature or dependency that can be enabled.
   *
   * @param crate a crate
   * @param item one of its features, {@code dep:x} for an optional dependency, or empty for the
   *     crate itself with what it always needs
   */
  record Node(Package crate, String item) {

    static Node itself(Package crate) {
      return new Node(crate, CRATE_ITSELF);
    }

    static Node byDefault(Package crate) {
      return new Node(crate, DEFAULT);
    }

    boolean isFeature() {
      return !item.isEmpty() && !item.startsWith(DEP);
    }

    /** Whether it is enabled by default for dependents of the crate. */
    boolean comesWithTheCrate() {
      return item.isEmpty() || item.equals(DEFAULT);
    }
  }

  /** The path to a node: its predecessor, and the value at a place. */
  private record Arrival(Optional<Node> from, Optional<Place> place) {}

  private record Step(Node from, Node to, Place place) {}

  private final Workspace workspace;
  private final Predicate<Node> isEnd;
  private final Predicate<Node> isPassedOver;
  private final Map<Node, Arrival> reached = new LinkedHashMap<>();
  private final Deque<Node> open = new ArrayDeque<>();

  /** Steps of {@code x?/feature}, by the dependency that has to be on for another reason. */
  private final Map<Node, List<Step>> waiting = new HashMap<>();

  /**
   * A walk.
   *
   * @param workspace the crates
   * @param isEnd nodes that are not traversed
   * @param isPassedOver nodes that are skipped
   */
  FeatureWalk(Workspace workspace, Predicate<Node> isEnd, Predicate<Node> isPassedOver) {
    this.workspace = workspace;
    this.isEnd = isEnd;
    this.isPassedOver = isPassedOver;
  }

  /** Begins at something that is on anyway. */
  void begin(Node node) {
    arrive(node, new Arrival(Optional.empty(), Optional.empty()));
  }

  /** Begins at an enabled feature of a crate. */
  void begin(Package crate, Located<String> feature) {
    for (Step step : turnedOn(Node.itself(crate), feature)) {
      arrive(step.to(), new Arrival(Optional.empty(), Optional.of(step.place())));
    }
  }

  /** Walks as far as it goes, and gives the ends that it reached. */
  List<Node> ends() {
    while (!open.isEmpty()) {
      Node node = open.remove();
      if (!isEnd.test(node)) {
        steps(node).forEach(this::take);
        Optional.ofNullable(waiting.remove(node)).ifPresent(steps -> steps.forEach(this::take));
      }
    }
    return reached.keySet().stream().filter(isEnd).toList();
  }

  /** The path to a reached node, from the beginning. */
  List<Node> way(Node end) {
    List<Node> way = new ArrayList<>(List.of(end));
    for (Optional<Node> from = reached.get(end).from(); from.isPresent(); ) {
      way.add(0, from.get());
      from = reached.get(from.get()).from();
    }
    return way;
  }

  /** The place of the first step of a path; empty where it has none. */
  Optional<Place> firstPlace(List<Node> way) {
    return way.stream().flatMap(node -> reached.get(node).place().stream()).findFirst();
  }

  private void take(Step step) {
    arrive(step.to(), new Arrival(Optional.of(step.from()), Optional.of(step.place())));
  }

  private void arrive(Node node, Arrival arrival) {
    if (!isPassedOver.test(node) && reached.putIfAbsent(node, arrival) == null) {
      open.add(node);
    }
  }

  private List<Step> steps(Node node) {
    List<Step> steps = new ArrayList<>();
    if (node.isFeature()) {
      facts(node.crate())
          .map(f -> f.features().getOrDefault(node.item(), List.of()))
          .ifPresent(all -> all.forEach(value -> steps.addAll(turnedOn(node, value))));
      return steps;
    }
    for (CrateDependency d : dependencies(node.crate())) {
      boolean on = node.item().isEmpty() ? !d.optional() : node.item().equals(DEP + d.key());
      if (on) {
        steps.add(new Step(node, Node.itself(d.to()), d.place()));
        d.features()
            .forEach(f -> steps.add(new Step(node, new Node(d.to(), f.value()), f.place())));
        if (d.defaultFeatures()) {
          steps.add(new Step(node, Node.byDefault(d.to()), d.place()));
        }
      }
    }
    return steps;
  }

  /** The nodes that one value of a feature's list enables. */
  private List<Step> turnedOn(Node from, Located<String> value) {
    String text = value.value();
    int slash = text.indexOf('/');
    if (slash < 0) {
      return List.of(new Step(from, new Node(from.crate(), text), value.place()));
    }
    boolean weak = text.startsWith("?/", slash - 1);
    String key = text.substring(0, weak ? slash - 1 : slash);
    Node dependency = new Node(from.crate(), DEP + key);
    List<Step> steps = new ArrayList<>();
    for (CrateDependency d : dependencies(from.crate())) {
      if (d.key().equals(key)) {
        Step step = new Step(from, new Node(d.to(), text.substring(slash + 1)), value.place());
        if (weak && d.optional() && !reached.containsKey(dependency)) {
          waiting.computeIfAbsent(dependency, n -> new ArrayList<>()).add(step);
        } else {
          steps.add(step);
        }
      }
    }
    if (!weak) {
      boolean hasFeature =
          facts(from.crate()).filter(f -> f.features().containsKey(key)).isPresent();
      steps.add(
          new Step(from, hasFeature ? new Node(from.crate(), key) : dependency, value.place()));
    }
    return steps;
  }

  private Optional<CrateFacts> facts(Package crate) {
    return workspace.factsOf(crate);
  }

  private List<CrateDependency> dependencies(Package crate) {
    return facts(crate)
        .map(f -> f.dependencies().stream().filter(d -> d.kind() != DependencyKind.DEV).toList())
        .orElse(List.of());
  }
}
