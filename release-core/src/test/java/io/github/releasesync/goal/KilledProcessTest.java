package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.files.FileSystemActions;
import io.github.releasesync.files.FileTransaction;
import io.github.releasesync.git.Git;
import io.github.releasesync.prepare.InterruptedRun;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.report.Report;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.GoldenCase;
import io.github.releasesync.testing.SmallProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed by the system at each of their writes, and what the next run makes. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the hook is a shell script; no SIGKILL there")
class KilledProcessTest {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  @TempDir Path temp;
  private Path origin;
  private final ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());

  @BeforeEach
  void repository() throws IOException {
    origin = temp.toRealPath().resolve("origin");
    GitSandbox git = GitSandbox.init(origin).withUser();
    delete(origin.resolve(".git/hooks"));
    git.write(
        "Cargo.toml",
        "[package]\nname = \"engine\"\nversion = \"1.1.0\"\ndescription = \"d\"\nlicense = \"MIT\"\n");
    git.write("Cargo.lock", "version = 4\n\n[[package]]\nname = \"engine\"\nversion = \"1.1.0\"\n");
    git.write("pyproject.toml", "[project]\nname = \"engine\"\nversion = \"1.1.0\"\n");
    git.write(
        "CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n\n## [1.1.0] - 2026-01-01\n\nAll.\n");
    git.commit("chore: release").annotatedTag("v1.1.0");
    git.write("changelog.d/12.fix.md", "A fragment says so.\n").commit("fix: something");
  }

  @Test
  void aSyncThatIsKilledIsDoneOrNotBegun() throws IOException {
    GitSandbox git = GitSandbox.at(origin);
    git.write("Cargo.toml", Files.readString(git.path("Cargo.toml")).replace("1.1.0", "1.2.0"));
    String before = RepositoryState.of(git);
    GitSandbox done = copy("done");
    releaser.sync(KilledRun.change(done.directory()));
    String after = RepositoryState.of(done);
    assertThat(after).isNotEqualTo(before);

    Map<String, Integer> outcomes =
        atEveryPoint(
            "sync",
            tree -> {
              FileTransaction.Repair repair =
                  new FileTransaction(tree.directory(), FileSystemActions.SYSTEM).repair();
              boolean finished = repair == FileTransaction.Repair.FINISHED;
              String found = RepositoryState.of(tree);
              assertThat(found).isIn(before, after);
              if (repair != FileTransaction.Repair.NOTHING) {
                assertThat(found).isEqualTo(finished ? after : before);
              }
              releaser.sync(KilledRun.change(tree.directory()));
              assertThat(RepositoryState.of(tree)).isEqualTo(after);
              return found.equals(after) ? "finished" : "undone";
            });

    assertThat(outcomes).containsOnlyKeys("finished", "undone");
    System.out.println("sync killed" + " by the system: " + outcomes);
  }

  @Test
  void aPrepareThatIsKilledIsUndoneByWhateverRunsNextWithWhatItsHookDid() throws IOException {
    GitSandbox.at(origin).write("README.md", "# engine\n").commit("docs: read me");
    Path hook = origin.resolve(".git/hooks/pre-commit");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\necho hook | tee -a README.md > new.txt; git add .\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
    String before = RepositoryState.of(GitSandbox.at(origin));

    Map<String, Integer> outcomes = atEveryPoint("prepare", tree -> undone(tree, before));

    assertThat(outcomes).containsKeys("undone");
    System.out.println("prepare killed" + " by the system: " + outcomes);
  }

  /** Up to the tag it does what every prepare does. */
  @Test
  void aPrepareThatIsKilledBeforeTheDevelopmentVersionIsUndoneAsAWhole() throws IOException {
    String goal = "prepare-development";
    String before = RepositoryState.of(GitSandbox.at(origin));
    int tagged = Integer.parseInt(said(goal, copy("tagged"), "after git tag").split(" ")[1]);

    Map<String, Integer> outcomes = atEveryPoint(goal, tagged, tree -> undone(tree, before));

    assertThat(outcomes).containsKeys("undone");
    System.out.println(goal + " killed" + " by the system: " + outcomes);
  }

  /** What was not finished is taken back by whatever runs next, what was by rollback. */
  private String undone(GitSandbox tree, String before) throws IOException {
    boolean done = isDone(tree.directory());
    if (done) {
      assertThat(tree.git("tag").lines()).contains("v1.2.0");
      assertThat(tree.git("status", "--porcelain")).isEmpty();
      releaser.rollback(tree.directory(), Optional.empty(), false, false);
    } else {
      new InterruptedRun(
              new Git(GitSandbox.runner()), GitSandbox.runner(), Map.of(), tree.directory())
          .recover();
    }
    assertThat(RepositoryState.of(tree)).isEqualTo(before);
    return done ? "done" : "undone";
  }

  /** What a user types next, and reads; golden/killed/next-command.txt. */
  @Test
  void theNextCommandSaysWhatWasInterrupted() throws IOException {
    StringBuilder printed = new StringBuilder();
    for (String killed :
        List.of(
            "bump after replacing Cargo.lock",
            "prepare after replacing Cargo.lock",
            "prepare after git commit",
            "prepare-development after git tag")) {
      String goal = killed.substring(0, killed.indexOf(' '));
      GitSandbox dead = copy(killed.replace(' ', '-'));
      said(goal, dead, killed.substring(goal.length() + 1));
      for (String next : List.of("check", "sync", "bump", "prepare", "tag", "rollback")) {
        GitSandbox tree = copy(dead.directory(), dead.directory().getFileName() + "-" + next);
        printed.append("killed: ").append(killed).append("\n$ mvn ").append(next).append('\n');
        printed.append(answer(next, tree)).append('\n');
      }
    }
    new GoldenCase(Path.of("src/test/resources/golden/killed"))
        .assertFile("next-command.txt", printed.toString());
  }

  private String answer(String goal, GitSandbox git) {
    Path tree = git.directory();
    try {
      return switch (goal) {
        case "check" -> {
          CheckResult result =
              releaser.check(
                  new CheckRequest(
                      tree,
                      Optional.empty(),
                      Optional.of(Path.of("target/release-sync")),
                      KilledRun.settings(),
                      List.of(),
                      FailOn.ERROR));
          yield text(Printed.of(result));
        }
        case "sync" -> text(Printed.of(releaser.sync(KilledRun.change(tree))));
        case "bump" ->
            text(Printed.of(releaser.bump(KilledRun.change(tree), "minor", BumpOptions.none())));
        case "prepare" -> text(Printed.of(releaser.prepare(KilledRun.release(tree))));
        case "tag" -> text(Printed.of(releaser.tag(KilledRun.release(tree))));
        default -> text(Printed.of(releaser.rollback(tree, Optional.empty(), false, false)));
      };
    } catch (ReleaseException e) {
      return Printed.of(e.problem()) + "\n";
    }
  }

  private static String text(Report report) {
    return text(report.lines(), report.lastLine());
  }

  private static String text(List<ReportLine> lines, String lastLine) {
    return Stream.concat(
            lines.stream().map(l -> ("[" + l.severity() + "] " + l.text()).stripTrailing()),
            Stream.of(lastLine))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }

  /** A git goes on when who started it is killed; nobody undoes under its hands. */
  @Test
  void aGitThatOutlivesThePrepareIsWaitedFor() throws IOException {
    GitSandbox tree = copy("orphan");
    String before = RepositoryState.of(tree);
    Orphan orphan = orphan(tree);

    assertLocked(tree);
    orphan.finish();

    assertThat(tree.git("log", "-1", "--format=%s")).isEqualTo("align: release 1.2.0");
    assertThat(text(Printed.of(releaser.prepare(KilledRun.release(tree.directory())))))
        .startsWith("[WARNING] rolled back an interrupted prepare\n")
        .contains("Prepared 1.2.0");
    releaser.rollback(tree.directory(), Optional.empty(), false, false);
    assertThat(RepositoryState.of(tree)).isEqualTo(before);
  }

  @Test
  void aLockThatAKilledGitLeftIsNamed() throws IOException {
    GitSandbox tree = copy("lock");
    String before = RepositoryState.of(tree);
    Orphan orphan = orphan(tree);
    kill(orphan.git());
    orphan.finish();

    assertLocked(tree);
    Files.delete(tree.path(".git/index.lock"));

    assertThat(
            Printed.of(releaser.rollback(tree.directory(), Optional.empty(), false, false))
                .lastLine())
        .isEqualTo("The interrupted prepare of 1.2.0 is undone");
    assertThat(RepositoryState.of(tree)).isEqualTo(before);
  }

  @Test
  void aPrepareThatIsAtWorkIsNotUndone() throws IOException {
    GitSandbox tree = copy("at-work");
    Path end = temp.resolve("end");
    Process child = inHook(tree, end);

    PrepareResult second = releaser.prepare(KilledRun.release(tree.directory()));

    assertThat(second.failed()).isTrue();
    assertThat(text(Printed.of(second))).contains("index.lock exists").doesNotContain("undone");
    assertThatThrownBy(() -> releaser.rollback(tree.directory(), Optional.empty(), false, false))
        .isInstanceOf(ReleaseException.class);
    Files.createFile(end);
    try (BufferedReader reader = child.inputReader()) {
      assertThat(reader.readLine()).startsWith("ended");
    }
    assertThat(tree.git("tag").lines()).contains("v1.2.0");
    assertThat(tree.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void aReleaseCommitThatOthersHaveStays() throws IOException {
    GitSandbox tree = copy("pushed");
    GitSandbox remote = GitSandbox.init(temp.resolve("remote.git"), "--bare");
    said("prepare", tree, "after git commit");
    tree.git("remote", "add", "origin", remote.directory().toString());
    tree.git("push", "--quiet", "origin", "main");
    String head = tree.head();

    assertThat(text(Printed.of(releaser.tag(KilledRun.release(tree.directory())))))
        .startsWith(
            "[WARNING] a prepare was interrupted, but origin/main has its commit, so it stays;"
                + " `tag` can tag it\n")
        .contains("Tagged v1.2.0");

    assertThat(tree.head()).isEqualTo(head);
  }

  private void assertLocked(GitSandbox tree) {
    assertThatThrownBy(() -> releaser.prepare(KilledRun.release(tree.directory())))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(Code.GIT_FAILED);
              assertThat(e.problem().message())
                  .isEqualTo(
                      tree.path(".git/index.lock")
                          + " exists: git is running here, or was"
                          + " killed");
              assertThat(e.problem().help().toString()).contains("delete that file");
            });
  }

  /**
   * What goes on after its parent is killed.
   *
   * @param git the git that commits
   * @param all it and its hook
   * @param end the file that the hook waits for
   */
  private record Orphan(ProcessHandle git, List<ProcessHandle> all, Path end) {

    void finish() throws IOException {
      Files.createFile(end);
      all.forEach(process -> process.onExit().join());
    }
  }

  /** A prepare that is killed while its git runs a hook. */
  private Orphan orphan(GitSandbox tree) throws IOException {
    Path end = temp.resolve("end");
    Process child = inHook(tree, end);
    ProcessHandle git = child.children().findFirst().orElseThrow();
    List<ProcessHandle> all = Stream.concat(Stream.of(git), git.children()).toList();
    kill(child.toHandle());
    return new Orphan(git, all, end);
  }

  /** A prepare whose git runs a hook that waits for a file. */
  private Process inHook(GitSandbox tree, Path end) throws IOException {
    Path begun = temp.resolve("begun");
    Path hook = tree.path(".git/hooks/pre-commit");
    Files.createDirectories(hook.getParent());
    Files.writeString(
        hook, "#!/bin/sh\ntouch %s\nwhile [ ! -e %s ]; do sleep 0.1; done\n".formatted(begun, end));
    assertThat(hook.toFile().setExecutable(true)).isTrue();
    Process child =
        SmallProcess.start(KilledRun.class, "prepare", tree.directory().toString(), "never");
    assertTimeoutPreemptively(
        LIMIT,
        () -> {
          while (Files.notExists(begun)) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
          }
        });
    return child;
  }

  private interface Next {
    String of(GitSandbox tree) throws IOException;
  }

  /** Kills the goal at every point, two at a time. */
  private Map<String, Integer> atEveryPoint(String goal, Next next) throws IOException {
    return atEveryPoint(goal, 0, next);
  }

  private Map<String, Integer> atEveryPoint(String goal, int first, Next next) throws IOException {
    int points = Integer.parseInt(said(goal, copy("counted"), "never").substring(6));
    ConcurrentMap<String, Integer> outcomes = new ConcurrentHashMap<>();
    ExecutorService two = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> all =
          IntStream.range(first, points)
              .<Future<?>>mapToObj(
                  point ->
                      two.submit(
                          () -> {
                            GitSandbox tree = copy(goal + "-" + point);
                            String at = said(goal, tree, String.valueOf(point));
                            try {
                              outcomes.merge(next.of(tree), 1, Integer::sum);
                            } catch (AssertionError | ReleaseException e) {
                              throw new AssertionError("killed " + at + ": " + e.getMessage(), e);
                            }
                            return at;
                          }))
              .toList();
      for (Future<?> one : all) {
        assertTimeoutPreemptively(LIMIT, () -> one.get());
      }
    } finally {
      two.shutdownNow();
    }
    assertThat(outcomes.values().stream().mapToInt(i -> i).sum()).isEqualTo(points - first);
    return new TreeMap<>(outcomes);
  }

  /** What a child says; one that stopped at its point is dead then. */
  private static String said(String goal, GitSandbox tree, String stop) throws IOException {
    Process child = SmallProcess.start(KilledRun.class, goal, tree.directory().toString(), stop);
    try (BufferedReader reader = child.inputReader()) {
      String line = reader.readLine();
      assertThat(line).as("stop at " + stop).isNotNull();
      return line;
    } finally {
      kill(child.toHandle());
    }
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    process.onExit().join();
  }

  private static boolean isDone(Path tree) throws IOException {
    Path record = tree.resolve(".release-sync/change/prepared.json");
    return Files.exists(record) && Files.readString(record).contains("\"done\": true");
  }

  private GitSandbox copy(String name) throws IOException {
    return copy(origin, name);
  }

  private GitSandbox copy(Path from, String name) throws IOException {
    Path target = temp.toRealPath().resolve(name);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(from.relativize(file).toString()));
      }
    }
    return GitSandbox.at(target);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
