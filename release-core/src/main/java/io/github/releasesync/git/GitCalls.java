package io.github.releasesync.git;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.Command;
import io.github.releasesync.process.OutputReader;
import io.github.releasesync.process.ProcessException;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.process.ProgramNotFoundException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls git so that it only reads, and so that a repository cannot make it run a program: no file
 * system monitor, no index write (which calls a hook), no fetch of missing objects (which starts
 * the configured program of the remote).
 */
final class GitCalls {

  private static final int MESSAGE_LIMIT = 300;

  private static final List<String> PREFIX =
      List.of(
          "git",
          "--no-pager",
          "--no-optional-locks",
          "-c",
          "core.fsmonitor=false",
          "-c",
          "core.quotepath=false");

  private final ProcessRunner runner;
  private final Duration timeout;

  GitCalls(ProcessRunner runner, Duration timeout) {
    this.runner = runner;
    this.timeout = timeout;
  }

  /**
   * Calls git and expects success.
   *
   * @return its output
   * @throws ReleaseException with {@link Code#GIT_FAILED} otherwise
   */
  byte[] output(Path directory, String... arguments) {
    return outputFor("", directory, arguments);
  }

  /** Like {@link #output}, with a standard input for git. */
  byte[] outputFor(String input, Path directory, String... arguments) {
    return succeeded(arguments[0], command(input, directory, arguments)).output();
  }

  /** Like {@link #outputFor}, for output of any size: it is read while git runs. */
  void streamFor(String input, Path directory, OutputReader reader, String... arguments) {
    succeeded(arguments[0], command(input, directory, arguments).withOutputReader(reader));
  }

  private ProcessResult succeeded(String what, Command command) {
    ProcessResult result;
    try {
      result = run(command);
    } catch (ProgramNotFoundException e) {
      throw failed(e);
    }
    if (!result.succeeded()) {
      throw failed(what, result);
    }
    return result;
  }

  /**
   * Calls git and lets the caller judge the exit code.
   *
   * @throws ProgramNotFoundException if git is not installed
   * @throws ReleaseException with {@link Code#GIT_FAILED} if git did not come to an end
   */
  ProcessResult attempt(Path directory, String... arguments) {
    return run(command("", directory, arguments));
  }

  private Command command(String input, Path directory, String... arguments) {
    List<String> argv = new ArrayList<>(PREFIX);
    argv.addAll(List.of(arguments));
    return Command.of(directory, argv)
        .withTimeout(timeout)
        .withEnvironment("GIT_TERMINAL_PROMPT", "0")
        .withEnvironment("GIT_NO_LAZY_FETCH", "1")
        // Git before 2.45 does not know the variable above; no protocol is called "none".
        .withEnvironment("GIT_ALLOW_PROTOCOL", "none")
        .withInput(input.getBytes(StandardCharsets.UTF_8));
  }

  private ProcessResult run(Command command) {
    try {
      return runner.run(command);
    } catch (ProgramNotFoundException e) {
      throw e;
    } catch (ProcessException e) {
      throw failed(e);
    }
  }

  private static ReleaseException failed(ProcessException cause) {
    return new ReleaseException(
        problem(
            printable(cause.getMessage()),
            "make sure that \"git status\" works in this folder, then run this again"),
        cause);
  }

  /** The exception for an exit code that was not expected. */
  static ReleaseException failed(String what, ProcessResult result) {
    return failed(what + ": " + firstErrorLine(result));
  }

  /** The exception for an answer that was not expected. */
  static ReleaseException failed(String what) {
    return new ReleaseException(
        problem(
            "git " + what,
            "run \"git status\" and \"git fsck\" in this folder, repair what git names, then run"
                + " this again"));
  }

  private static Problem problem(String message, String help) {
    return Problem.of(Code.GIT_FAILED, Place.of("."), message, help);
  }

  /** Git's own reason, without its {@code fatal:}; or the exit code if git printed nothing. */
  static String firstErrorLine(ProcessResult result) {
    List<String> lines = result.errorText().lines().filter(line -> !line.isBlank()).toList();
    return lines.stream()
        .filter(line -> line.startsWith("fatal: ") || line.startsWith("error: "))
        .map(line -> line.substring("fatal: ".length()))
        .findFirst()
        .or(() -> lines.stream().findFirst())
        .map(GitCalls::printable)
        .orElse("exit code " + result.exitCode());
  }

  /** A repository can influence git's messages; a terminal must not obey it. */
  private static String printable(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints()
        .limit(MESSAGE_LIMIT)
        .forEach(
            c -> {
              boolean hidden =
                  Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
              if (hidden) {
                out.append(String.format("\\u%04X", c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }
}
