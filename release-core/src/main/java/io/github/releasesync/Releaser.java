package io.github.releasesync;

import io.github.releasesync.git.Git;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.plan.Assessment;
import io.github.releasesync.plan.SnapshotReader;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.process.SystemProcessRunner;
import io.github.releasesync.project.FileTree;
import io.github.releasesync.report.CheckJson;
import io.github.releasesync.report.CheckText;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The few things that a goal can ask for. */
public final class Releaser {

  private final Git git;
  private final ProcessRunner processes;
  private final Map<String, String> environment;

  /**
   * A releaser in a given environment.
   *
   * @param processes what starts programs
   */
  public Releaser(ProcessRunner processes) {
    this(processes, Map.of());
  }

  /**
   * A releaser in a given environment.
   *
   * @param processes what starts programs
   * @param environment the variables of this process
   */
  public Releaser(ProcessRunner processes, Map<String, String> environment) {
    this.git = new Git(processes);
    this.processes = processes;
    this.environment = Map.copyOf(environment);
  }

  /**
   * A releaser in the environment of this process.
   *
   * @return the releaser
   */
  public static Releaser system() {
    return new Releaser(new SystemProcessRunner(System.getenv()), System.getenv());
  }

  /**
   * Applies every rule to a repository and writes check.json.
   *
   * @param request what to look at
   * @return what was found
   * @throws ReleaseException if the root is missing, the configuration cannot be understood, git
   *     fails, or the report cannot be written
   */
  public CheckResult check(CheckRequest request) {
    Path root = root(request.start(), request.root());
    SnapshotReader reader = new SnapshotReader(git, root);
    FileTree tree = reader.tree();
    Assessment assessment = Assessment.of(reader.read(tree, request.groups()));
    OutputDirectory output = output(root, request.outputDirectory());
    String report = output.write("check.json", CheckJson.write(assessment));
    CheckText text = new CheckText(assessment, path -> source(tree, path));
    return new CheckResult(
        assessment, text.lines(), text.lastLine(report), request.failOn().fails(assessment));
  }

  /**
   * Builds the crates and Python packages of a repository into its dist folder, with checksums.
   *
   * @param request what to build, and how
   * @param progress who is told while it is done, and what a tool wrote before it failed
   * @return what was made
   * @throws ReleaseException if something is not as it must be before, if a tool is missing, fails
   *     or makes something else, or if a folder cannot be written
   */
  public PackageResult build(PackageRequest request, Consumer<ReportLine> progress) {
    Path root = root(request.start(), request.root());
    return new Packaging(git, processes, environment)
        .run(root, output(root, request.outputDirectory()), request, progress);
  }

  private static OutputDirectory output(Path root, Optional<Path> directory) {
    return directory
        .map(given -> new OutputDirectory(root, given))
        .orElseGet(() -> OutputDirectory.byDefault(root));
  }

  private Path root(Path start, Optional<Path> given) {
    if (given.isPresent()) {
      return realFolder(start.resolve(given.get()));
    }
    Path folder = realFolder(start);
    return git.open(folder) instanceof GitRepository repository ? repository.workTree() : folder;
  }

  private static Path realFolder(Path folder) {
    try {
      Path real = folder.toRealPath();
      if (Files.isDirectory(real)) {
        return real;
      }
    } catch (IOException e) {
      throw noFolder(folder, e);
    }
    throw noFolder(folder, null);
  }

  private static ReleaseException noFolder(Path folder, IOException cause) {
    return new ReleaseException(
        Problem.of(
            Code.ROOT_MISSING,
            Place.of("release-sync.root"),
            "`" + folder + "` is not a folder",
            "name the repository's folder with -Drelease-sync.root=DIR"),
        cause);
  }

  private static Optional<SourceText> source(FileTree tree, String path) {
    try {
      return tree.exists(path) ? Optional.of(tree.read(path)) : Optional.empty();
    } catch (ReleaseException e) {
      return Optional.empty();
    }
  }
}
