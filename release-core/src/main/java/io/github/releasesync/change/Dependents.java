package io.github.releasesync.change;

import io.github.releasesync.manifest.cargo.DependencyKind;
import io.github.releasesync.project.workspace.CrateFacts;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which crates of a repository depend on which others of it. */
public final class Dependents {

  private Dependents() {}

  /**
   * The crates that depend on one of some others. Dev-dependencies do not count: no user of the
   * crate sees it.
   *
   * @param workspace all packages
   * @param crates the crates that are depended on
   * @return the others, in the order of their manifests
   */
  public static Set<Package> of(Workspace workspace, Collection<Package> crates) {
    Set<Package> dependents = new LinkedHashSet<>();
    for (Package p : workspace.packages()) {
      boolean depends =
          workspace.factsOf(p).map(CrateFacts::dependencies).stream()
              .flatMap(Collection::stream)
              .filter(d -> d.kind() != DependencyKind.DEV)
              .anyMatch(d -> crates.contains(d.to()));
      if (depends && !crates.contains(p)) {
        dependents.add(p);
      }
    }
    return dependents;
  }
}
