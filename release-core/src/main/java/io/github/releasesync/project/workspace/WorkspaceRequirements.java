package io.github.releasesync.project.workspace;

import io.github.releasesync.manifest.cargo.CargoDependency;
import io.github.releasesync.manifest.cargo.CargoManifest;
import io.github.releasesync.project.tree.TreePath;
import io.github.releasesync.project.workspace.SiblingRequirement.Binding;
import io.github.releasesync.text.Located;
import io.github.releasesync.version.RequirementSyntax;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The requirements on crates of the tree that are in no path dependency of a crate: entries of
 * {@code [workspace.dependencies]} that no member inherits, patches, and dependencies on a registry
 * that a patch takes from the tree.
 */
final class WorkspaceRequirements {

  /** How a manifest names crates.io in {@code [patch]}. */
  private static final List<String> CRATES_IO =
      List.of("crates-io", "https://github.com/rust-lang/crates.io-index");

  private final CargoMembership membership;
  private final CargoManifests manifests;
  private final Map<String, Package> crates;
  private final Map<String, Map<String, Package>> patched = new HashMap<>();
  private final Set<Located<String>> known = new HashSet<>();
  private final List<SiblingRequirement> found = new ArrayList<>();

  private WorkspaceRequirements(
      CargoManifests manifests, CargoMembership membership, Map<String, Package> crates) {
    this.manifests = manifests;
    this.membership = membership;
    this.crates = crates;
  }

  /**
   * The further requirements.
   *
   * @param manifests the manifests
   * @param membership the workspace of each crate
   * @param crates the crates by folder
   * @param known the requirements that are known
   */
  static List<SiblingRequirement> of(
      CargoManifests manifests,
      CargoMembership membership,
      Map<String, Package> crates,
      List<SiblingRequirement> known) {
    WorkspaceRequirements further = new WorkspaceRequirements(manifests, membership, crates);
    known.forEach(r -> further.known.add(r.requirement()));
    crates.keySet().forEach(further::ofPatched);
    manifests.loaded().forEach(further::ofRoot);
    return List.copyOf(further.found);
  }

  /** The dependencies of a crate that Cargo takes from the tree because of a patch. */
  private void ofPatched(String folder) {
    Map<String, Package> here = patched(membership.rootOf(folder).orElse(folder));
    if (here.isEmpty()) {
      return;
    }
    for (CargoDependency declared : manifests.find(folder).orElseThrow().dependencies()) {
      CargoDependency stated = membership.resolve(folder, declared).dependency();
      replaced(here, stated).ifPresent(to -> add(Optional.of(crates.get(folder)), to, stated));
    }
  }

  private void ofRoot(String folder, CargoManifest manifest) {
    if (!membership.ownsLock(folder)) {
      return;
    }
    Map<String, Package> here = patched(folder);
    manifest.workspace().stream()
        .flatMap(workspace -> workspace.dependencies().stream())
        .forEach(
            shared ->
                crateAt(folder, shared)
                    .or(() -> replaced(here, shared))
                    .ifPresent(to -> add(Optional.empty(), to, shared)));
    manifest.patches().values().stream()
        .flatMap(List::stream)
        .forEach(patch -> crateAt(folder, patch).ifPresent(to -> add(Optional.empty(), to, patch)));
  }

  private void add(Optional<Package> from, Package to, CargoDependency stated) {
    stated
        .requirement()
        .filter(requirement -> from.isPresent() || known.add(requirement))
        .ifPresent(
            requirement -> {
              known.add(requirement);
              found.add(
                  new SiblingRequirement(
                      from, to, requirement, RequirementSyntax.CARGO, Binding.TREE));
            });
  }

  private Optional<Package> crateAt(String folder, CargoDependency dependency) {
    return dependency
        .path()
        .flatMap(path -> TreePath.resolve(folder, path.value()))
        .map(crates::get);
  }

  private static Optional<Package> replaced(
      Map<String, Package> patched, CargoDependency dependency) {
    boolean ofCratesIo =
        dependency.path().isEmpty() && !dependency.git() && dependency.registry().isEmpty();
    return ofCratesIo ? Optional.ofNullable(patched.get(dependency.crate())) : Optional.empty();
  }

  /** The crates of crates.io that a workspace takes from the tree, by name. */
  private Map<String, Package> patched(String root) {
    return patched.computeIfAbsent(
        root,
        folder -> {
          Map<String, Package> byName = new HashMap<>();
          manifests
              .find(folder)
              .ifPresent(
                  manifest ->
                      CRATES_IO.stream()
                          .flatMap(
                              registry ->
                                  manifest.patches().getOrDefault(registry, List.of()).stream())
                          .forEach(
                              patch ->
                                  crateAt(folder, patch)
                                      .ifPresent(to -> byName.putIfAbsent(patch.crate(), to))));
          return byName;
        });
  }
}
