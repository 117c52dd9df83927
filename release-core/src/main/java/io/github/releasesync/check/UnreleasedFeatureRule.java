package io.github.releasesync.check;

import io.github.releasesync.check.FeatureWalk.Node;
import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.settings.FeatureSpec;
import io.github.releasesync.project.workspace.CrateFacts;
import io.github.releasesync.project.workspace.NativeBuild;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.text.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Features that are configured as unreleased, and that a published package enables: the defaults of
 * a publishable crate, a dependency or feature of another one, or a wheel.
 */
final class UnreleasedFeatureRule implements Rule {

  @Override
  public List<Problem> findings(Snapshot snapshot, List<Group> groups) {
    List<FeatureSpec> unreleased = snapshot.settings().unreleasedFeatures();
    if (unreleased.isEmpty()) {
      return List.of();
    }
    Search search = new Search(snapshot.workspace(), unreleased);
    for (CrateFacts facts : snapshot.workspace().crateFacts().values()) {
      if (facts.crate().publishable()) {
        search.ofCrate(facts);
      }
    }
    for (NativeBuild build : snapshot.workspace().builds().values()) {
      if (build.project().publishable()) {
        search.ofWheel(build);
      }
    }
    return search.findings;
  }

  /** The findings in one workspace. */
  private static final class Search {
    private final Workspace workspace;
    private final List<FeatureSpec> unreleased;
    private final List<Problem> findings = new ArrayList<>();

    Search(Workspace workspace, List<FeatureSpec> unreleased) {
      this.workspace = workspace;
      this.unreleased = unreleased;
    }

    void ofCrate(CrateFacts facts) {
      Package crate = facts.crate();
      FeatureWalk byDefault = walk(crate);
      byDefault.begin(Node.itself(crate));
      byDefault.begin(Node.byDefault(crate));
      List<Node> found = byDefault.ends();
      found.forEach(end -> report(crate, crate, byDefault, end));
      FeatureWalk onRequest = walk(crate);
      facts.features().keySet().stream()
          .map(name -> new Node(crate, name))
          .filter(node -> !isUnreleased(node))
          .forEach(onRequest::begin);
      // Its own feature is available on request; that of another crate was not requested.
      onRequest.ends().stream()
          .filter(end -> !end.crate().equals(crate) && !found.contains(end))
          .forEach(end -> report(crate, crate, onRequest, end));
    }

    void ofWheel(NativeBuild build) {
      Package crate = build.crate();
      FeatureWalk walk = walk(crate);
      build.features().requested().forEach(feature -> walk.begin(crate, feature));
      if (build.features().all()) {
        Place place = Place.of(build.project().manifest());
        workspace.factsOf(crate).stream()
            .flatMap(facts -> facts.features().keySet().stream())
            .forEach(feature -> walk.begin(crate, new Located<>(feature, place)));
      }
      if (!crate.publishable()) {
        walk.begin(Node.itself(crate));
        if (build.features().byDefault()) {
          walk.begin(Node.byDefault(crate));
        }
      }
      walk.ends().forEach(end -> report(build.project(), crate, walk, end));
    }

    /** A path through another publishable crate is reported there, once for all dependents. */
    private FeatureWalk walk(Package from) {
      return new FeatureWalk(
          workspace,
          this::isUnreleased,
          node ->
              node.comesWithTheCrate() && node.crate().publishable() && !node.crate().equals(from));
    }

    private boolean isUnreleased(Node node) {
      return node.isFeature()
          && unreleased.stream().anyMatch(spec -> spec.fits(node.crate(), node.item()));
    }

    private void report(Package released, Package own, FeatureWalk walk, Node end) {
      List<Node> way = walk.way(end);
      findings.add(
          Problem.of(
              Code.UNRELEASED_FEATURE_REACHABLE,
              walk.firstPlace(way).orElseGet(() -> Place.of(own.manifest())),
              released.id()
                  + " enables "
                  + end.crate().id()
                  + "/"
                  + end.item()
                  + ", which must not be released: "
                  + (released.equals(own) ? "" : "pyproject.toml -> ")
                  + way.stream().map(n -> words(n, own)).collect(Collectors.joining(" -> ")),
              "remove it here or at a later step, or remove the feature from unreleasedFeatures"));
    }

    private static String words(Node node, Package own) {
      if (node.item().isEmpty()) {
        return node.crate().name();
      }
      return node.crate().equals(own) ? node.item() : node.crate().name() + "/" + node.item();
    }
  }
}
