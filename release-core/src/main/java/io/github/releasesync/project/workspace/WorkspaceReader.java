package io.github.releasesync.project.workspace;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the packages of a file tree. */
public final class WorkspaceReader {

  /**
   * Reads everything. An unreadable file becomes a problem; the rest is still read.
   *
   * @param tree the files
   * @return the packages and the problems
   */
  public Workspace read(FileTree tree) {
    Problems problems = new Problems();
    CrateReader cargo = new CrateReader(tree, problems);
    cargo.read();
    PythonReader python = new PythonReader(tree, problems, cargo.crates());
    python.read();
    List<Package> packages = new ArrayList<>(cargo.crates().values());
    packages.addAll(python.projects().values());
    MavenReader maven = new MavenReader(tree, problems);
    maven.read();
    packages.addAll(maven.artifacts());
    List<SiblingRequirement> requirements = new ArrayList<>(cargo.requirements());
    requirements.addAll(python.requirements());
    requirements.addAll(maven.requirements());
    requirements.addAll(RequirementsFiles.of(tree, python.projects().values()));
    List<Lock> locks = new LockReader(tree, problems, cargo, python.projects()).read();
    if (packages.isEmpty() && problems.all().isEmpty()) {
      problems.add(
          Problem.of(
              Code.NOTHING_TO_CHECK,
              Place.of("."),
              "no Cargo.toml, pyproject.toml or pom.xml here that git tracks or would track",
              Help.of(
                  "run it in the repository, or name its folder with ", Option.of("root", "DIR"))));
    }
    return new Workspace(
        List.copyOf(packages),
        byPackage(cargo.facts(), CrateFacts::crate),
        byPackage(python.facts(), ProjectFacts::project),
        List.copyOf(cargo.roots()),
        byPackage(python.builds(), NativeBuild::project),
        List.copyOf(requirements),
        List.copyOf(locks),
        problems.all());
  }

  /** In the order of the list: reports follow it. */
  private static <T> Map<Package, T> byPackage(List<T> facts, Function<T, Package> of) {
    Map<Package, T> byPackage = new LinkedHashMap<>();
    facts.forEach(fact -> byPackage.putIfAbsent(of.apply(fact), fact));
    return Collections.unmodifiableMap(byPackage);
  }
}
