package io.github.releasesync.goal;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.check.ReactorRule;
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
import io.github.releasesync.packaging.LeftOut;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.ManifestNames;
import io.github.releasesync.store.DistDirectory;
import io.github.releasesync.text.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the artifacts of a repository and puts them into its dist folder. */
public final class PackageGoal {

  private static final int MOST_CHANGES = 3;

  private final Git git;
  private final ProcessRunner processes;
  private final Map<String, String> environment;
  private final Clock clock;

  /**
   * The goal.
   *
   * @param git opens git repositories
   * @param processes starts tools
   * @param environment the variables of this process
   * @param clock the clock for the duration of each build
   */
  public PackageGoal(
      Git git, ProcessRunner processes, Map<String, String> environment, Clock clock) {
    this.git = git;
    this.processes = processes;
    this.environment = environment;
    this.clock = clock;
  }

  /**
   * Builds the configured packages.
   *
   * @param root the real path of the repository's root
   * @param output the folder for logs and unfinished files
   * @param request the options of the package goal
   * @param progress the listener to the build
   * @return the artifacts
   * @throws ReleaseException if a precondition fails, if a tool is missing, fails or creates other
   *     files, or if a folder cannot be written
   */
  public PackageResult run(
      Path root, OutputDirectory output, PackageRequest request, BuildProgress progress) {
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
    // Otherwise a package with an unreadable manifest would be skipped silently.
    snapshot.workspace().requireReadable();
    request.settings().requireIn(snapshot.workspace());
    List<Group> groups = chosen(snapshot.groups(), request.group());
    ReactorRule.requireSame(snapshot, groups);
    BuildList list = BuildList.of(snapshot.workspace(), groups, request.settings(), tree);
    List<LeftOut> leftOut = new ArrayList<>(list.leftOut());
    leftOut.addAll(BuildList.inNoGroup(snapshot.workspace(), snapshot.groups()));
    Path folder = output.create();
    Path dist =
        request.distDirectory().map(root::resolve).orElse(folder.resolve("dist")).normalize();
    DistDirectory store = new DistDirectory(dist);
    Optional<String> commit = repository.flatMap(GitRepository::head);
    boolean dirty = !changes.isEmpty();
    List<Artifact> artifacts = List.of();
    if (!list.isEmpty()) {
      Optional<Instant> time = repository.flatMap(GitRepository::headTime);
      BuildSettings settings = options.settings(root, folder, environment, time);
      Builder builder = new Builder(processes, settings, clock, progress);
      artifacts =
          store.store(builder.build(list), new DistDirectory.Origin(root, folder, commit, dirty));
    }
    return new PackageResult(root, dist, commit, dirty, artifacts, leftOut, store.removed());
  }

  /** The repository; empty if it ignores the root, which then is not part of its commit. */
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
      throw ReleaseException.of(
          Code.CONFIGURATION_INVALID,
          Place.of("release-sync.group"),
          "there is no group `" + name.get() + "`",
          "write one of " + String.join(", ", groups.stream().map(Group::name).toList()));
    }
    return chosen;
  }

  private static ReleaseException changed(List<String> changes) {
    return ReleaseException.of(
        Code.TREE_CHANGED,
        Place.of(changes.get(0)),
        Words.count(changes.size(), "path differs", "paths differ")
            + " from the commit: "
            + Words.list(changes, MOST_CHANGES),
        Help.of(
            "commit them or let git ignore them, or package them anyway with ",
            Option.of("allowDirty", "true")));
  }
}
