package io.github.releasesync.prepare;

import io.github.releasesync.files.FileSystemActions;
import io.github.releasesync.files.FileTransaction;
import io.github.releasesync.git.Git;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.GitWriter;
import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.ProcessRunner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The remains of a killed run, which are recovered before another run reads the tree. */
public final class InterruptedRun {

  private final Git git;
  private final ProcessRunner processes;
  private final Map<String, String> environment;
  private final Path root;

  /**
   * The remains of a run in a folder.
   *
   * @param git the user's git
   * @param processes starts programs
   * @param environment the variables of this process
   * @param root real path of the folder
   */
  public InterruptedRun(
      Git git, ProcessRunner processes, Map<String, String> environment, Path root) {
    this.git = git;
    this.processes = processes;
    this.environment = environment;
    this.root = root;
  }

  /**
   * Recovers the run.
   *
   * @return the recovered parts
   * @throws ReleaseException if only the user can recover it
   */
  public Recovered recover() {
    Optional<PrepareTransaction> prepare = prepare();
    if (prepare.isPresent()) {
      return recovered(false, prepare.get().repair().stream().toList());
    }
    return switch (new FileTransaction(root, FileSystemActions.SYSTEM).repair()) {
      case NOTHING -> Recovered.NOTHING;
      case UNDONE -> recovered(false, done("was undone"));
      case FINISHED ->
          recovered(true, done("was completed: its files are written but not committed"));
    };
  }

  /**
   * What a dry run says of the run: nothing is recovered.
   *
   * @return the notice, if a run was interrupted
   */
  Recovered leave() {
    return new Recovered(false, List.of(), notice());
  }

  private static Recovered recovered(boolean files, List<String> notes) {
    return new Recovered(files, notes, Optional.empty());
  }

  private static List<String> done(String what) {
    return List.of("an interrupted change " + what);
  }

  /**
   * A notice for goals that only read. Nothing is recovered, and nothing fails.
   *
   * @return the notice; empty if no run was interrupted
   */
  public Optional<Help> notice() {
    try {
      if (prepare().isPresent()) {
        return Optional.of(
            Help.of("a prepare was interrupted here: ", Command.of("rollback"), " undoes it"));
      }
      return FileTransaction.isUnfinished(root)
          ? Optional.of(
              Help.of("a change of files was interrupted here: ", Command.of("sync"), " fixes it"))
          : Optional.empty();
    } catch (ReleaseException e) {
      return Optional.of(Help.of(e.problem().message(), "; ", e.problem().help()));
    }
  }

  /** The prepare that did not finish and is no longer running. */
  private Optional<PrepareTransaction> prepare() {
    if (!PrepareTransaction.isUnfinished(root)
        || !(git.open(root) instanceof GitRepository repository)) {
      return Optional.empty();
    }
    GitWriter writer = new GitWriter(processes, repository.workTree(), environment);
    return Optional.of(new PrepareTransaction(root, repository, writer, FileSystemActions.SYSTEM))
        .filter(PrepareTransaction::isAtRest);
  }
}
