package io.github.releasesync.goal;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.artifact.DistDirectory;
import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.facts.SnapshotReader;
import io.github.releasesync.files.OutputDirectory;
import io.github.releasesync.git.Git;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.packaging.BuildEnvironment;
import io.github.releasesync.packaging.BuildList;
import io.github.releasesync.packaging.BuildProgress;
import io.github.releasesync.packaging.BuildSettings;
import io.github.releasesync.packaging.Builder;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.ManifestNames;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.version.Ecosystem;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds the artifacts of a repository and puts them into its dist folder. */
public final class PackageGoal {

  private static final int MOST_CHANGES = 3;

  private final Git git;
  private final ProcessRunner processes;
  private final Map<String, String> environment;
  private final Clock clock;

  public PackageGoal(
      Git git, ProcessRunner processes, Map<String, String> environment, Clock clock) {
    this.git = git;
    this.processes = processes;
    this.environment = environment;
    this.clock = clock;
  }

  public PackageResult run(
      Path root, OutputDirectory output, PackageRequest request, Consumer<ReportLine> progress) {
    BuildOptions options = request.options();
    if (!options.allowCredentialsInBuild()) {
      BuildEnvironment.requireNoCredentials(environment);
    }
    Optional<GitRepository> repository = repository(root);
    List<String> changes = repository.map(r -> r.changes(root)).orElse(List.of());
    if (!changes.isEmpty() && !options.allowDirty()) {
      throw changed(changes);
    }
    SnapshotReader reader = new SnapshotReader(git, root);
    FileTree tree = reader.tree();
    Snapshot snapshot = reader.read(tree, request.settings());
    requireReadable(snapshot.workspace());
    request.settings().requireIn(snapshot.workspace());
    List<Group> all = snapshot.groups();
    BuildList list =
        BuildList.of(snapshot.workspace(), chosen(all, request.group()), request.settings(), tree);
    List<ReportLine> lines = new ArrayList<>();
    list.notes().forEach(note -> lines.add(info(note)));
    leftOut(snapshot.workspace(), all).forEach(lines::add);
    Path folder = output.create();
    Path dist =
        request.distDirectory().map(root::resolve).orElse(folder.resolve("dist")).normalize();
    Optional<String> commit = repository.flatMap(GitRepository::head);
    if (list.isEmpty()) {
      return new PackageResult(
          dist, commit, !changes.isEmpty(), List.of(), lines, "Nothing to package");
    }
    BuildSettings settings =
        new BuildSettings(
            root,
            folder,
            options.tools(),
            options.provisionTools(),
            options.allowDirty(),
            options.verifyCrates(),
            options.buildIsolation(),
            options.offline(),
            options.timeout(),
            environment,
            repository.flatMap(GitRepository::headTime));
    DistDirectory store = new DistDirectory(root, folder, dist);
    List<Artifact> artifacts =
        store.store(
            new Builder(processes, settings, clock, speaker(progress)).build(list),
            commit,
            !changes.isEmpty());
    store.notes().forEach(note -> lines.add(info(note)));
    artifacts.forEach(a -> lines.add(info(line(a))));
    return new PackageResult(
        dist, commit, !changes.isEmpty(), artifacts, lines, lastLine(root, dist, artifacts));
  }

  /** The repository, unless it ignores the root, which then is none of its commit. */
  private Optional<GitRepository> repository(Path root) {
    return Optional.of(git.open(root))
        .filter(GitRepository.class::isInstance)
        .map(GitRepository.class::cast)
        .filter(r -> root.equals(r.workTree()) || !r.files(root, ManifestNames.ALL).isEmpty());
  }

  private static List<Group> chosen(List<Group> groups, Optional<String> name) {
    if (name.isEmpty()) {
      return groups;
    }
    List<Group> chosen = groups.stream().filter(g -> g.name().equals(name.get())).toList();
    if (chosen.isEmpty()) {
      throw new ReleaseException(
          Problem.of(
              Code.CONFIGURATION_INVALID,
              Place.of("release-sync.group"),
              "there is no group `" + name.get() + "`",
              "write one of " + String.join(", ", groups.stream().map(Group::name).toList())));
    }
    return chosen;
  }

  /** A package whose manifest cannot be read would be missing, and nobody would notice. */
  private static void requireReadable(Workspace workspace) {
    workspace.problems().stream()
        .filter(p -> p.severity() == Severity.ERROR)
        .findFirst()
        .ifPresent(
            p -> {
              throw new ReleaseException(p);
            });
  }

  private static List<ReportLine> leftOut(Workspace workspace, List<Group> groups) {
    List<Package> grouped = groups.stream().flatMap(g -> g.members().stream()).toList();
    return workspace.packages().stream()
        .filter(p -> p.publishable() && p.ecosystem() != Ecosystem.MAVEN && !grouped.contains(p))
        .map(p -> info(p.id() + " is left out: it is in no group"))
        .toList();
  }

  private static ReleaseException changed(List<String> changes) {
    String more = changes.size() > MOST_CHANGES ? ", ..." : "";
    return new ReleaseException(
        Problem.of(
            Code.TREE_CHANGED,
            Place.of(changes.get(0)),
            changes.size()
                + (changes.size() == 1 ? " path is" : " paths are")
                + " not as committed: "
                + String.join(", ", changes.stream().limit(MOST_CHANGES).toList())
                + more,
            "commit them or let git ignore them, or package them anyway with"
                + " -Drelease-sync.allowDirty=true"));
  }

  private static BuildProgress speaker(Consumer<ReportLine> progress) {
    return new BuildProgress() {
      @Override
      public void step(String line) {
        progress.accept(info(line));
      }

      @Override
      public void failure(String line) {
        progress.accept(new ReportLine(Severity.ERROR, "  " + line.replace("\t", "    ")));
      }
    };
  }

  private static String line(Artifact artifact) {
    return String.format(
        Locale.ROOT,
        "%-5s  %s  %,d bytes  sha256 %s",
        artifact.kind().word(),
        artifact.filename(),
        artifact.size(),
        artifact.sha256());
  }

  private static String lastLine(Path root, Path dist, List<Artifact> artifacts) {
    return "Packaged "
        + artifacts.size()
        + (artifacts.size() == 1 ? " artifact in " : " artifacts in ")
        + OutputDirectory.display(root, dist)
        + ", with SHA256SUMS and artifacts.json";
  }

  private static ReportLine info(String text) {
    return new ReportLine(Severity.INFO, text);
  }
}
