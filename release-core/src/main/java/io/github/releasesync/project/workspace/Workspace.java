package io.github.releasesync.project.workspace;

import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The packages of a repository and their relations.
 *
 * @param packages all of them: crates, then Python projects, then Maven artifacts, by manifest
 * @param crateFacts the other content of the crates' manifests, by crate
 * @param projectFacts the other content of the pyproject.toml files, by project
 * @param cargoRoots the Cargo workspaces, and the crates outside of workspaces
 * @param builds which Python project is built from which crate, by project
 * @param requirements which package requires which
 * @param locks the lock files
 * @param problems unreadable files and omissions
 */
public record Workspace(
    List<Package> packages,
    Map<Package, CrateFacts> crateFacts,
    Map<Package, ProjectFacts> projectFacts,
    List<CargoRoot> cargoRoots,
    Map<Package, NativeBuild> builds,
    List<SiblingRequirement> requirements,
    List<Lock> locks,
    List<Problem> problems) {

  /**
   * The other content of a crate's manifest.
   *
   * @param crate a package of this workspace
   * @return the facts; empty for what is no crate
   */
  public Optional<CrateFacts> factsOf(Package crate) {
    return Optional.ofNullable(crateFacts.get(crate));
  }

  /**
   * The other content of a project's pyproject.toml.
   *
   * @param project a package of this workspace
   * @return the facts; empty for what has no such file
   */
  public Optional<ProjectFacts> projectFactsOf(Package project) {
    return Optional.ofNullable(projectFacts.get(project));
  }

  /**
   * The crate that a Python project is built from.
   *
   * @param project the Python project
   * @return its crate, if it has one in the tree
   */
  public Optional<Package> crateOf(Package project) {
    return Optional.ofNullable(builds.get(project)).map(NativeBuild::crate);
  }

  /**
   * Refuses a workspace of which something could not be read.
   *
   * @throws ReleaseException with the first problem that is an error
   */
  public void requireReadable() {
    problems.stream()
        .filter(p -> p.severity() == Severity.ERROR)
        .findFirst()
        .ifPresent(
            p -> {
              throw new ReleaseException(p);
            });
  }
}
