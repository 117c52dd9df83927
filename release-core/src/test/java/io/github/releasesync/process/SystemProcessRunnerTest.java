package io.github.releasesync.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs here are those of a Unix shell")
class SystemProcessRunnerTest {

  @TempDir Path folder;

  private final ProcessRunner runner = new SystemProcessRunner(System.getenv());

  private Command shell(String script) {
    return Command.of(folder, "sh", "-c", script);
  }

  @Test
  void everyArgumentArrivesAsItIs() {
    ProcessResult result =
        runner.run(Command.of(folder, "printf", "%s|", "a b", "\"c\"", "$HOME; *", "", "ü"));
    assertThat(result.outputText()).isEqualTo("a b|\"c\"|$HOME; *||ü|");
  }

  @Test
  void anExitCodeIsAResult() {
    ProcessResult result = runner.run(shell("echo why >&2; exit 7"));
    assertThat(result.succeeded()).isFalse();
    assertThat(result.exitCode()).isEqualTo(7);
    assertThat(result.errorText()).isEqualTo("why\n");
  }

  @Test
  void onlyTheAllowedPartOfTheEnvironmentIsPassedOn() {
    Map<String, String> parent =
        Map.of(
            "PATH", System.getenv("PATH"),
            "HOME", "/home/ada",
            "CARGO_REGISTRY_TOKEN", "secret",
            "GIT_DIR", "/elsewhere",
            "LANG", "de_DE.UTF-8",
            "LC_MESSAGES", "de_DE.UTF-8",
            "LANGUAGE", "de");
    String seen =
        new SystemProcessRunner(parent)
            .run(Command.of(folder, "env").withEnvironment("OWN", "1"))
            .outputText();
    assertThat(seen.lines())
        .containsExactlyInAnyOrder(
            "PATH=" + System.getenv("PATH"),
            "HOME=/home/ada",
            "OWN=1",
            "LANG=C.UTF-8",
            "LC_ALL=C.UTF-8");
  }

  @Test
  void muchOutputOnBothStreamsAndMuchInputDoNotBlockEachOther() {
    byte[] input = "line of input\n".repeat(200_000).getBytes(UTF_8);
    ProcessResult result =
        assertTimeoutPreemptively(
            Duration.ofSeconds(30),
            () -> runner.run(shell("tee /dev/stderr | cat").withInput(input)));
    assertThat(result.output()).isEqualTo(input);
    assertThat(result.errorText()).startsWith("line of input").hasSizeLessThan(input.length);
  }

  @Test
  void outputMayGoToTheEndOfAFileInsteadErrorsIncluded() throws IOException {
    Path log = Files.writeString(folder.resolve("log"), "$ command\n");
    ProcessResult result = runner.run(shell("echo out; echo err >&2; exit 3").withOutputTo(log));
    assertThat(log).content().isEqualTo("$ command\nout\nerr\n");
    assertThat(result).extracting(ProcessResult::exitCode).isEqualTo(3);
    assertThat(result.output()).isEmpty();
  }

  @Test
  void aProgramThatReadsNothingMayBeGivenInput() {
    ProcessResult result = runner.run(Command.of(folder, "true").withInput(new byte[1 << 20]));
    assertThat(result.succeeded()).isTrue();
  }

  @Test
  void standardInputEndsSoThatNoProgramWaitsForAnswers() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> assertThat(runner.run(Command.of(folder, "cat")).output()).isEmpty());
  }

  @Test
  void aProgramThatTakesTooLongIsKilledWithItsChildren() throws Exception {
    Command slow = shell("sleep 300 & echo $! > child; wait").withTimeout(Duration.ofMillis(1500));
    assertThatThrownBy(() -> runner.run(slow.withEnvironment("TOKEN", "secret")))
        .isInstanceOf(ProcessTimeoutException.class)
        .hasMessage("sh did not finish within 1500 ms");
    long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
    assertGone(child);
  }

  @Test
  void tooMuchOutputEndsTheProgram() {
    ProcessRunner narrow = new SystemProcessRunner(System.getenv(), 1000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () ->
            assertThatThrownBy(() -> narrow.run(Command.of(folder, "yes")))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("yes")
                .hasMessageContaining("1000 bytes"));
    assertThat(narrow.run(shell("printf %1000d 0")).output()).hasSize(1000);
  }

  @Test
  void outputOfAnySizeCanBeReadWhileTheProgramRuns() {
    ProcessRunner narrow = new SystemProcessRunner(System.getenv(), 1000);
    List<Integer> lengths = new ArrayList<>();
    ProcessResult result =
        narrow.run(
            shell("printf %100000d 0")
                .withOutputReader(in -> lengths.add(in.readAllBytes().length)));
    assertThat(lengths).containsExactly(100_000);
    assertThat(result.succeeded()).isTrue();
    assertThat(result.output()).isEmpty();
  }

  @Test
  void whatAReaderLeavesDoesNotStopTheProgram() {
    Command command = shell("printf %1000000d 0; exit 3").withOutputReader(in -> in.read());
    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> assertThat(runner.run(command).exitCode()).isEqualTo(3));
  }

  @Test
  void anInterruptEndsTheProgramAndStaysVisible() throws Exception {
    AtomicReference<String> outcome = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                runner.run(shell("echo $$ > child; exec sleep 300"));
              } catch (ProcessException e) {
                outcome.set(e.getMessage() + " " + Thread.currentThread().isInterrupted());
              }
            });
    thread.start();
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          while (!Files.exists(folder.resolve("child"))
              || Files.size(folder.resolve("child")) == 0) {
            Thread.onSpinWait();
          }
        });
    thread.interrupt();
    thread.join(30_000);
    assertThat(outcome.get()).isEqualTo("sh was interrupted true");
    assertGone(Long.parseLong(Files.readString(folder.resolve("child")).strip()));
  }

  @Test
  void aProgramThatIsNotInstalledHasItsOwnException() {
    assertThatThrownBy(() -> runner.run(Command.of(folder, "no-such-program")))
        .isInstanceOf(ProgramNotFoundException.class)
        .hasMessage("no-such-program was not found on the PATH");
  }

  @Test
  void aFolderThatIsMissingIsNotAMissingProgram() {
    assertThatThrownBy(() -> runner.run(Command.of(folder.resolve("gone"), "true")))
        .isExactlyInstanceOf(ProcessException.class)
        .hasMessageContaining("not a folder");
  }

  @Test
  void aRepositoryCannotBringItsOwnProgram() throws Exception {
    Path own = program("git-of-the-repository");
    for (String path : List.of("", ".", ":/bin", "./:bin")) {
      ProcessRunner careless = new SystemProcessRunner(Map.of("PATH", path));
      assertThatThrownBy(() -> careless.run(Command.of(folder, "git-of-the-repository")))
          .isInstanceOf(ProgramNotFoundException.class);
    }
    assertThatThrownBy(() -> runner.run(Command.of(folder, "./git-of-the-repository")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(runner.run(Command.of(folder, own.toString())).succeeded()).isTrue();
  }

  @Test
  void onWindowsTheSuffixesOfProgramsAreTried() throws Exception {
    Path exe = program("tool.EXE");
    program("script");
    ProgramPath path = new ProgramPath("relative;" + folder, ";", List.of(".COM", ".EXE"));
    assertThat(path.find("tool")).isEqualTo(Optional.of(exe));
    assertThat(path.find("tool.EXE")).isEqualTo(Optional.of(exe));
    assertThat(path.find("script")).isEmpty();
  }

  @Test
  void aCommandShownToPeopleHidesItsEnvironment() {
    Command command = Command.of(folder, "cargo", "build").withEnvironment("TOKEN", "secret");
    assertThat(command).hasToString("cargo build");
  }

  private Path program(String name) throws Exception {
    Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\nexit 0\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }

  private static void assertGone(long pid) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> {
          while (ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false) && !zombie(pid)) {
            Thread.onSpinWait();
          }
        });
  }

  /** Where nobody collects orphans, as in many containers, the dead stay in the process table. */
  private static boolean zombie(long pid) {
    try {
      return Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
    } catch (IOException e) {
      return false;
    }
  }
}
