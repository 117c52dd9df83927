package io.github.releasesync.goal;

import io.github.releasesync.facts.SourceRepository;
import io.github.releasesync.files.FileSystemActions;
import io.github.releasesync.files.OutputDirectory;
import io.github.releasesync.git.Git;
import io.github.releasesync.git.GitWriter;
import io.github.releasesync.prepare.Recovered;
import io.github.releasesync.process.Command;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * A sync or a prepare in a process of its own that stops at one of its writes, says so and waits to
 * be killed. What does not come that far ends, and says how many points it passed.
 */
final class KilledRun implements FileSystemActions, ProcessRunner {

  /** The calls of git that change a repository. */
  private static final List<String> CHANGING =
      List.of("add", "commit", "reset", "tag", "update-ref", "restore", "rm");

  private final String stop;
  private int passed;

  private KilledRun(String stop) {
    this.stop = stop;
  }

  /**
   * Runs.
   *
   * @param arguments {@code sync}, {@code bump}, {@code prepare} or {@code prepare-development};
   *     the tree; the point to stop at, its number or its name
   */
  public static void main(String[] arguments) throws IOException {
    Path tree = Path.of(arguments[1]);
    KilledRun run = new KilledRun(arguments[2]);
    switch (arguments[0]) {
      case "sync" -> run.sync(tree);
      case "bump" -> run.bump(tree);
      case "prepare-development" -> run.prepare(developed(tree));
      default -> run.prepare(release(tree));
    }
    System.out.println("ended " + run.passed);
  }

  static Settings settings() {
    return Settings.ofGroups(GroupSpec.parse("engine=cargo:engine,pypi:engine"));
  }

  static ChangeRequest change(Path tree) {
    return new ChangeRequest(
        tree, Optional.empty(), settings(), Optional.empty(), false, Optional.empty());
  }

  static PrepareRequest release(Path tree) {
    return PrepareRequests.of(tree, settings(), false, "minor", Map.of());
  }

  /** A release with a second commit, in which the next version is developed. */
  static PrepareRequest developed(Path tree) {
    Map<String, String> given = Map.of("developmentVersion", "minor");
    return PrepareRequests.of(tree, settings(), false, "minor", given);
  }

  private SourceRepository repository(Path tree) {
    return SourceRepository.open(new Git(this), tree, Optional.of(tree));
  }

  private void sync(Path tree) {
    new SyncGoal(this).run(repository(tree), Recovered.NOTHING, change(tree));
  }

  private void bump(Path tree) {
    new BumpGoal(this)
        .run(repository(tree), Recovered.NOTHING, change(tree), "minor", BumpOptions.none());
  }

  private void prepare(PrepareRequest request) {
    Path tree = request.change().start();
    SourceRepository repository = repository(tree);
    new PrepareGoal(
            repository.repository().orElseThrow(),
            new GitWriter(this, tree, Map.of()),
            this,
            Clock.systemUTC())
        .run(repository, Recovered.NOTHING, Optional.of(OutputDirectory.byDefault(tree)), request);
  }

  @Override
  public ProcessResult run(Command command) {
    Optional<String> changing = command.argv().stream().filter(CHANGING::contains).findFirst();
    changing.ifPresent(what -> point("before git " + what));
    ProcessResult result = GitSandbox.runner().run(command);
    changing.ifPresent(what -> point("after git " + what));
    return result;
  }

  @Override
  public void write(Path file, byte[] content) throws IOException {
    point("before writing " + file.getFileName());
    Files.write(file, Arrays.copyOf(content, content.length / 2));
    point("in the middle of " + file.getFileName());
    FileSystemActions.super.write(file, content);
    point("after writing " + file.getFileName());
  }

  @Override
  public void replace(Path from, Path to) throws IOException {
    FileSystemActions.super.replace(from, to);
    point("after replacing " + to.getFileName());
  }

  @Override
  public void delete(Path file) throws IOException {
    FileSystemActions.super.delete(file);
    point("after deleting " + file.getFileName());
  }

  @Override
  public void copyPermissions(Path from, Path to) throws IOException {
    FileSystemActions.super.copyPermissions(from, to);
    point("after the permissions of " + to.getFileName());
  }

  private void point(String what) {
    int number = passed++;
    if (String.valueOf(number).equals(stop) || what.equals(stop)) {
      System.out.println("at " + number + " " + what);
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
