package io.github.releasesync.packaging;

import io.github.releasesync.manifest.cargo.CargoLock;
import io.github.releasesync.manifest.python.PyProject;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.workspace.CargoRoot;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.version.Ecosystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The packages to build. Maven artifacts are not among them: Maven builds them itself.
 *
 * @param crates the calls of Cargo
 * @param projects the Python projects
 * @param leftOut the members of the groups that are not built
 */
public record BuildList(
    List<CrateBuild> crates, List<PythonBuild> projects, List<LeftOut> leftOut) {

  /**
   * The publishable crates and Python projects of groups.
   *
   * @param workspace the packages of the repository
   * @param groups the groups to build
   * @param settings the configuration; packages that another tool publishes are not built
   * @param tree the files of the repository
   * @return the packages to build
   * @throws io.github.releasesync.problem.ReleaseException if a manifest cannot be read
   */
  public static BuildList of(
      Workspace workspace, List<Group> groups, Settings settings, FileTree tree) {
    List<Package> members =
        groups.stream()
            .flatMap(g -> g.members().stream())
            .filter(p -> p.ecosystem() != Ecosystem.MAVEN)
            .toList();
    List<Package> own = members.stream().filter(p -> !settings.isExternal(p)).toList();
    List<CrateBuild> crates = new ArrayList<>();
    for (CargoRoot root : workspace.cargoRoots()) {
      List<Package> chosen =
          root.crates().stream().filter(c -> c.publishable() && own.contains(c)).toList();
      if (!chosen.isEmpty()) {
        crates.add(
            new CrateBuild(
                root.folder(), chosen, root.lock().isPresent(), isSelfContained(root, tree)));
      }
    }
    return new BuildList(
        List.copyOf(crates),
        own.stream()
            .filter(p -> p.ecosystem() == Ecosystem.PYPI && p.publishable())
            .map(p -> project(p, workspace, tree))
            .toList(),
        members.stream()
            .filter(p -> !p.publishable() || settings.isExternal(p))
            .map(p -> new LeftOut(p.id(), reason(p, settings)))
            .toList());
  }

  /**
   * The publishable packages in no group.
   *
   * @param workspace the packages of the repository
   * @param groups all groups
   * @return the packages, except those that Maven builds
   */
  public static List<LeftOut> inNoGroup(Workspace workspace, List<Group> groups) {
    List<Package> grouped = groups.stream().flatMap(g -> g.members().stream()).toList();
    return workspace.packages().stream()
        .filter(p -> p.publishable() && p.ecosystem() != Ecosystem.MAVEN && !grouped.contains(p))
        .map(p -> new LeftOut(p.id(), LeftOut.Reason.NO_GROUP))
        .toList();
  }

  /**
   * Whether there is nothing to build.
   *
   * @return true if so
   */
  public boolean isEmpty() {
    return crates.isEmpty() && projects.isEmpty();
  }

  private static LeftOut.Reason reason(Package p, Settings settings) {
    return settings.isExternal(p) ? LeftOut.Reason.EXTERNAL : LeftOut.Reason.NOT_PUBLISHABLE;
  }

  private static PythonBuild project(Package project, Workspace workspace, FileTree tree) {
    Optional<CargoRoot> root =
        workspace
            .crateOf(project)
            .flatMap(
                crate ->
                    workspace.cargoRoots().stream()
                        .filter(r -> r.crates().contains(crate))
                        .findFirst());
    return new PythonBuild(
        project,
        folder(project.manifest()),
        backend(project, tree),
        root.flatMap(CargoRoot::lock).isPresent(),
        root.filter(r -> isSelfContained(r, tree)).isPresent());
  }

  private static PythonBackend backend(Package project, FileTree tree) {
    boolean maturin =
        project.manifest().endsWith("pyproject.toml")
            && PyProject.parse(tree.read(project.manifest()))
                .backend()
                .filter("maturin"::equals)
                .isPresent();
    return maturin ? PythonBackend.MATURIN : PythonBackend.PEP_517;
  }

  private static boolean isSelfContained(CargoRoot root, FileTree tree) {
    return root.lock()
        .map(lock -> CargoLock.parse(tree.read(lock)))
        .filter(CargoLock::isKnown)
        .filter(lock -> lock.crates().stream().allMatch(c -> c.source().isEmpty()))
        .isPresent();
  }

  private static String folder(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
