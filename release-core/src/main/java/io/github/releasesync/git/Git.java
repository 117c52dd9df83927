package io.github.releasesync.git;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.process.ProgramNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The user's own git: the entry point to repositories. */
public final class Git {

  /** The default time limit of one call. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(60);

  /** The English messages of git for a folder without an accessible work tree. */
  private static final List<String> NO_WORK_TREE =
      List.of("not a git repository", "dubious ownership", "unsafe repository");

  private static final String HEAD = "HEAD^{commit}";

  private final GitCalls calls;
  private final GitOpener without;

  /**
   * Git with {@link #DEFAULT_TIMEOUT}.
   *
   * @param runner the runner of git
   */
  public Git(ProcessRunner runner) {
    this(runner, DEFAULT_TIMEOUT);
  }

  /**
   * Git with {@link #DEFAULT_TIMEOUT}, and a reader for where it is not installed.
   *
   * @param runner the runner of git
   * @param without opens repositories where git is not on the PATH
   */
  public Git(ProcessRunner runner, GitOpener without) {
    this(runner, DEFAULT_TIMEOUT, without);
  }

  /**
   * Git with a time limit.
   *
   * @param runner the runner of git
   * @param timeout the time limit of one call
   */
  public Git(ProcessRunner runner, Duration timeout) {
    this(runner, timeout, directory -> new NotARepository("git was not found on the PATH"));
  }

  private Git(ProcessRunner runner, Duration timeout, GitOpener without) {
    this.calls = new GitCalls(runner, timeout);
    this.without = without;
  }

  /**
   * Finds the work tree that contains a folder.
   *
   * @param directory a folder that exists
   * @return the repository, or why there is none
   * @throws ReleaseException with {@link Code#GIT_FAILED} if git fails in any other way
   */
  public GitAnswer open(Path directory) {
    ProcessResult found;
    try {
      // One call answers everything, but fails before the first commit.
      found = attempt(directory, HEAD);
      if (!found.succeeded()) {
        found = attempt(directory);
      }
    } catch (ProgramNotFoundException e) {
      return without.open(directory);
    }
    if (!found.succeeded()) {
      String reason = GitCalls.firstErrorLine(found);
      if (NO_WORK_TREE.stream().anyMatch(reason::contains)) {
        return new NotARepository(reason);
      }
      throw GitCalls.failed("rev-parse", found);
    }
    // Three lines; the last is the path to the top, "../../", or empty at the top; then HEAD, if it
    // was asked.
    String[] answers = found.outputText().split("\n", -1);
    if (!answers[1].equals("true")) {
      return new NotARepository("a bare repository, or the inside of one, has no work tree");
    }
    Path workTree = realPath(directory).resolve(answers[2]).normalize();
    Optional<String> head = answers.length > 4 ? Optional.of(answers[3]) : head(directory);
    return new GitRepository(
        new GitProgram(calls, workTree), workTree, answers[0].equals("true"), head);
  }

  private ProcessResult attempt(Path directory, String... more) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(
        List.of("rev-parse", "--is-shallow-repository", "--is-inside-work-tree", "--show-cdup"));
    arguments.addAll(List.of(more));
    return calls.attempt(directory, arguments.toArray(String[]::new));
  }

  private Optional<String> head(Path directory) {
    ProcessResult head = calls.attempt(directory, "rev-parse", "--verify", "--quiet", HEAD);
    if (head.succeeded()) {
      return Optional.of(head.outputText().strip());
    }
    if (head.exitCode() == 1) {
      return Optional.empty();
    }
    throw GitCalls.failed("rev-parse HEAD", head);
  }

  static Path realPath(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
