package io.github.releasesync.project;

import io.github.releasesync.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * The packages of a repository and how they hang together.
 *
 * @param packages all of them: crates, then Python projects, then Maven artifacts, by manifest
 * @param crateFacts what else the crates' manifests say
 * @param projectFacts what else the pyproject.toml files say
 * @param cargoRoots the Cargo workspaces, and the crates that stand alone
 * @param builds which Python project is built from which crate
 * @param requirements which package requires which
 * @param locks the lock files
 * @param problems what could not be read, and what was left out
 */
public record Workspace(
    List<Package> packages,
    List<CrateFacts> crateFacts,
    List<ProjectFacts> projectFacts,
    List<CargoRoot> cargoRoots,
    List<NativeBuild> builds,
    List<SiblingRequirement> requirements,
    List<Lock> locks,
    List<Problem> problems) {

  /**
   * What else a crate's manifest says.
   *
   * @param crate a package of this workspace
   * @return the facts; empty for what is no crate
   */
  public Optional<CrateFacts> factsOf(Package crate) {
    return crateFacts.stream().filter(f -> f.crate().equals(crate)).findFirst();
  }

  /**
   * What else a project's pyproject.toml says.
   *
   * @param project a package of this workspace
   * @return the facts; empty for what has no such file
   */
  public Optional<ProjectFacts> projectFactsOf(Package project) {
    return projectFacts.stream().filter(f -> f.project().equals(project)).findFirst();
  }

  /**
   * The crate that a Python project is built from.
   *
   * @param project the Python project
   * @return its crate, if it has one in the tree
   */
  public Optional<Package> crateOf(Package project) {
    return builds.stream()
        .filter(b -> b.project().equals(project))
        .map(NativeBuild::crate)
        .findFirst();
  }
}
