package io.github.releasesync.check;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.manifest.cargo.DependencyKind;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.workspace.CrateDependency;
import io.github.releasesync.project.workspace.CrateFacts;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Crates that cannot be published one after another: one depends on an unpublishable crate, or they
 * depend on each other. A registry takes a crate only if it has all that the crate depends on;
 * Cargo leaves out a dev-dependency that states no version.
 */
final class CrateOrderRule implements Rule {

  private record Edge(Package from, CrateDependency dependency) {

    Package to() {
      return dependency.to();
    }

    boolean isDev() {
      return dependency.kind() == DependencyKind.DEV;
    }
  }

  @Override
  public List<Problem> findings(Snapshot snapshot, List<Group> groups) {
    // Packages of another tool are published before this release begins.
    List<Edge> edges =
        edges(snapshot.workspace()).stream()
            .filter(edge -> !snapshot.settings().isExternal(edge.from()))
            .filter(edge -> !snapshot.settings().isExternal(edge.to()))
            .toList();
    List<Problem> findings = new ArrayList<>();
    Released released = new Released(snapshot);
    edges.stream()
        .filter(edge -> isUnpublishable(edge) && !isReportedItself(edge.to(), snapshot))
        .forEach(edge -> findings.add(unpublishable(edge, released)));
    List<Edge> among = edges.stream().filter(edge -> edge.to().publishable()).toList();
    Cycles<Package> needed = circles(among, edge -> !edge.isDev());
    Cycles<Package> all = circles(among, edge -> true);
    for (Edge edge : among) {
      if (!edge.isDev() && needed.join(edge.from(), edge.to())) {
        findings.add(cycle(edge));
      } else if (edge.isDev()
          && all.join(edge.from(), edge.to())
          && !needed.join(edge.from(), edge.to())) {
        findings.add(developmentCircle(edge));
      }
    }
    return findings;
  }

  /**
   * The versioned requirements of publishable crates; Cargo takes a version or nothing from there.
   */
  private static List<Edge> edges(Workspace workspace) {
    List<Edge> edges = new ArrayList<>();
    for (CrateFacts facts : workspace.crateFacts().values()) {
      if (facts.crate().publishable()) {
        facts.dependencies().stream()
            .filter(d -> d.requirement().isPresent())
            .forEach(d -> edges.add(new Edge(facts.crate(), d)));
      }
    }
    return edges;
  }

  private static boolean isUnpublishable(Edge edge) {
    return !edge.isDev() && !edge.to().publishable();
  }

  /** Whether only the version of the dependency is missing, which another finding reports. */
  private static boolean isReportedItself(Package crate, Snapshot snapshot) {
    return snapshot
        .workspace()
        .factsOf(crate)
        .flatMap(facts -> DependencyVersionRule.evidence(snapshot, facts))
        .isPresent();
  }

  private static Cycles<Package> circles(List<Edge> edges, Predicate<Edge> counts) {
    Map<Package, List<Package>> graph = new LinkedHashMap<>();
    for (Edge edge : edges) {
      graph.computeIfAbsent(edge.from(), p -> new ArrayList<>());
      graph.computeIfAbsent(edge.to(), p -> new ArrayList<>());
      if (counts.test(edge)) {
        graph.get(edge.from()).add(edge.to());
      }
    }
    return new Cycles<>(graph);
  }

  private static Problem unpublishable(Edge edge, Released released) {
    Severity severity =
        released
            .severity(
                edge.from(),
                (then, crate) ->
                    edges(then).stream()
                        .anyMatch(e -> e.from().equals(crate) && isUnpublishable(e)))
            .orElse(Severity.WARNING);
    return new Problem(
        Code.DEPENDENCY_UNPUBLISHABLE,
        severity,
        edge.dependency().place(),
        edge.from().id()
            + " is publishable, but depends on "
            + edge.to().id()
            + ", which is not ("
            + edge.to().manifest()
            + ")",
        "make "
            + edge.to().name()
            + " publishable, or write `publish = false` in "
            + edge.from().manifest());
  }

  private static Problem cycle(Edge edge) {
    return Problem.of(
        Code.CRATE_CIRCLE,
        edge.dependency().place(),
        edge.from().id()
            + " and "
            + edge.to().id()
            + " depend on each other, so neither can be published first",
        "move the shared code into a separate crate");
  }

  private static Problem developmentCircle(Edge edge) {
    Place place = edge.dependency().place();
    return Problem.of(
        Code.DEV_DEPENDENCY_CIRCLE,
        place,
        edge.from().id()
            + " has a dev-dependency on "
            + edge.to().name()
            + " `"
            + edge.dependency().requirement().orElseThrow().value()
            + "`, and "
            + edge.to().name()
            + " depends on "
            + edge.from().name()
            + ", so neither can be published first",
        "write the dev-dependency with its path and without a version: Cargo then omits it from"
            + " the published crate");
  }
}
