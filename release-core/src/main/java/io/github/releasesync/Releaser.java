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
import io.github.releasesync.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The few things that a goal can ask for. */
public final class Releaser {

  private final Git git;

  /**
   * A releaser in a given environment.
   *
   * @param processes what starts programs
   */
  public Releaser(ProcessRunner processes) {
    this.git = new Git(processes);
  }

  /**
   * A releaser in the environment of this process.
   *
   * @return the releaser
   */
  public static Releaser system() {
    return new Releaser(new SystemProcessRunner(System.getenv()));
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
    Path root = root(request);
    SnapshotReader reader = new SnapshotReader(git, root);
    FileTree tree = reader.tree();
    Assessment assessment = Assessment.of(reader.read(tree, request.groups()));
    OutputDirectory output =
        request
            .outputDirectory()
            .map(directory -> new OutputDirectory(root, directory))
            .orElseGet(() -> OutputDirectory.byDefault(root));
    String report = output.write("check.json", CheckJson.write(assessment));
    CheckText text = new CheckText(assessment, path -> source(tree, path));
    return new CheckResult(
        assessment, text.lines(), text.lastLine(report), request.failOn().fails(assessment));
  }

  private Path root(CheckRequest request) {
    if (request.root().isPresent()) {
      return realFolder(request.start().resolve(request.root().get()));
    }
    Path start = realFolder(request.start());
    return git.open(start) instanceof GitRepository repository ? repository.workTree() : start;
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
