package io.github.releasesync.plan;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.artifact.ArtifactKind;
import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.PublishOrder;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.ReleaseVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Creates the plan of one group's release from its packages and the built files: crates in levels,
 * each after its dependencies; then a canary wheel, the other wheels, and the sdists.
 */
public final class Planner {

  private final Workspace workspace;
  private final Group group;
  private final Settings settings;

  /**
   * A planner.
   *
   * @param workspace the packages and their requirements on each other
   * @param group the group to release
   * @param settings the settings: packages that another tool publishes are required
   */
  public Planner(Workspace workspace, Group group, Settings settings) {
    this.workspace = workspace;
    this.group = group;
    this.settings = settings;
  }

  /**
   * Creates the plan. A pure function.
   *
   * @param commit the commit that the files were built from; empty outside git
   * @param built the files of the dist folder
   * @return the plan
   * @throws ReleaseException with {@link Code#ARTIFACTS_INCOMPLETE} if a publishable package has no
   *     file of its version, {@link Code#NOTHING_TO_PUBLISH} if none is publishable, or {@link
   *     Code#CRATE_ORDER} if crates form a dependency cycle
   */
  public ReleasePlan plan(String commit, List<Artifact> built) {
    List<Package> publishable =
        group.members().stream()
            .filter(p -> p.publishable() && p.ecosystem() != Ecosystem.MAVEN)
            .filter(p -> !settings.isExternal(p))
            .toList();
    if (publishable.isEmpty()) {
      throw problem(
          Code.NOTHING_TO_PUBLISH,
          "no crate or Python package of group " + group.name() + " is publishable",
          Help.of(
              "choose another group with ",
              Option.named("group"),
              ", or make a package publishable"));
    }
    List<PlannedArtifact> artifacts = new ArrayList<>(crates(publishable, built));
    artifacts.addAll(files(publishable, built));
    String version =
        group
            .lead()
            .release()
            .map(ReleaseVersion::toString)
            .or(() -> group.lead().version())
            .orElse("");
    return new ReleasePlan(group.name(), version, commit, required(), artifacts);
  }

  private List<RequiredPackage> required() {
    return group.members().stream()
        .filter(p -> settings.isExternal(p) && p.version().isPresent())
        .map(p -> new RequiredPackage(p.ecosystem(), p.name(), p.version().get()))
        .toList();
  }

  private List<PlannedArtifact> crates(List<Package> publishable, List<Artifact> built) {
    Map<String, Artifact> files = new TreeMap<>();
    for (Package p : publishable) {
      if (p.ecosystem() == Ecosystem.CARGO) {
        files.put(p.name(), crateFile(p, built));
      }
    }
    PublishOrder levels = PublishOrder.of(workspace, files.keySet());
    if (!levels.cycle().isEmpty()) {
      throw problem(
          Code.CRATE_ORDER,
          "dependency cycle between crates: no publish order exists: "
              + String.join(", ", levels.cycle()),
          Help.of("remove the version of the dev-dependency that closes the cycle"));
    }
    return files.entrySet().stream()
        .map(
            e ->
                new PlannedArtifact(
                    e.getValue(),
                    levels.of(e.getKey()),
                    levels.needs(e.getKey()).stream()
                        .map(n -> "cargo:" + n + "@" + files.get(n).version())
                        .sorted()
                        .toList()))
        .sorted(
            Comparator.comparing(PlannedArtifact::level)
                .thenComparing(planned -> planned.artifact().packageName()))
        .toList();
  }

  private Artifact crateFile(Package crate, List<Artifact> built) {
    return built.stream()
        .filter(a -> a.kind() == ArtifactKind.CRATE)
        .filter(a -> a.packageName().equals(crate.name()))
        .filter(a -> a.version().equals(crate.version().orElse("")))
        .findFirst()
        .orElseThrow(() -> missing(crate, "crate"));
  }

  private List<PlannedArtifact> files(List<Package> publishable, List<Artifact> built) {
    List<Artifact> files = new ArrayList<>();
    for (Package p : publishable) {
      if (p.ecosystem() == Ecosystem.PYPI) {
        String name = ProjectName.normalize(p.name());
        List<Artifact> own =
            built.stream()
                .filter(a -> a.kind() != ArtifactKind.CRATE)
                .filter(a -> ProjectName.normalize(a.packageName()).equals(name))
                .filter(a -> PythonFiles.isOf(a, p))
                .toList();
        if (own.isEmpty()) {
          throw missing(p, "wheel or sdist");
        }
        files.addAll(own);
      }
    }
    return files.stream()
        .sorted(PythonFiles.ORDER)
        .map(a -> new PlannedArtifact(a, 0, List.of()))
        .toList();
  }

  private static ReleaseException missing(Package p, String what) {
    return ReleaseException.of(
        Code.ARTIFACTS_INCOMPLETE,
        Place.of(p.manifest()),
        p.id() + " " + p.version().orElse("") + " has no " + what + " in the dist folder",
        Help.of("build it with ", Command.of("package")));
  }

  private static ReleaseException problem(Code code, String message, Help help) {
    return ReleaseException.of(code, Place.of("."), message, help);
  }
}
