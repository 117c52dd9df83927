package io.github.releasesync.packaging;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.Command;
import io.github.releasesync.process.ProcessException;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.process.ProcessTimeoutException;
import io.github.releasesync.process.ProgramNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls tools, writes the output of each call to a log, and reports failures. */
final class ToolRunner {

  private static final int LAST_LINES = 20;
  private static final int LAST_BYTES = 16 << 10;
  private static final Duration VERSION_TIMEOUT = Duration.ofSeconds(60);

  private final ProcessRunner runner;
  private final BuildSettings settings;
  private final BuildProgress progress;
  private final Path logs;

  ToolRunner(ProcessRunner runner, BuildSettings settings, BuildProgress progress) {
    this.runner = runner;
    this.settings = settings;
    this.progress = progress;
    this.logs = settings.output().resolve("logs");
  }

  /**
   * Calls a tool for one short answer.
   *
   * @return its output; empty if it is missing or fails
   */
  Optional<String> ask(List<String> argv) {
    try {
      ProcessResult result =
          runner.run(command(settings.root(), argv, Map.of()).withTimeout(VERSION_TIMEOUT));
      return Optional.of(result).filter(ProcessResult::succeeded).map(ProcessResult::outputText);
    } catch (ProcessException e) {
      return Optional.empty();
    }
  }

  /**
   * Calls a tool and requires success.
   *
   * @param name the name of the log without its suffix
   * @throws ReleaseException with {@link Code#TOOL_FAILED} or {@link Code#TOOL_STOPPED}
   */
  void run(String name, Path directory, List<String> argv, Map<String, String> variables) {
    Path log = logs.resolve(name + ".log");
    Command command = command(directory, argv, variables).withTimeout(settings.timeout());
    try {
      Files.createDirectories(logs);
      Files.writeString(log, "$ " + command + "\n");
    } catch (IOException e) {
      throw Folders.unwritable(settings.root(), log, e);
    }
    ProcessResult result;
    try {
      result = runner.run(command.withOutputTo(log));
    } catch (ProcessException e) {
      throw stopped(command, log, e);
    }
    if (!result.succeeded()) {
      showEnd(log);
      throw failed(command, log, result.exitCode());
    }
  }

  private Command command(Path directory, List<String> argv, Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>(BuildEnvironment.of(settings));
    environment.putAll(variables);
    Command command = Command.of(directory, argv);
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      command = command.withEnvironment(variable.getKey(), variable.getValue());
    }
    return command;
  }

  private ReleaseException failed(Command command, Path log, int exitCode) {
    // The exit code of a program that a signal ended is 128 plus the signal's number.
    String how =
        exitCode > 128 && exitCode < 160
            ? "was killed by signal " + (exitCode - 128)
            : "ended with exit code " + exitCode;
    return problem(
        Code.TOOL_FAILED,
        log,
        "`" + command + "` " + how,
        Help.of("see the last lines above or the whole log, fix the cause, then run this again"),
        null);
  }

  private ReleaseException stopped(Command command, Path log, ProcessException cause) {
    if (cause instanceof ProgramNotFoundException) {
      return problem(
          Code.TOOL_MISSING,
          log,
          "`" + command.program() + "` is no longer installed",
          Help.of("install it again, then run this again"),
          cause);
    }
    showEnd(log);
    return problem(
        Code.TOOL_STOPPED,
        log,
        "`" + command + "`: " + cause.getMessage(),
        cause instanceof ProcessTimeoutException
            ? Help.of("allow more time with ", Option.named("buildTimeout"), ", for example 1h")
            : Help.of("run this again"),
        cause);
  }

  private ReleaseException problem(
      Code code, Path log, String message, Help help, ProcessException cause) {
    Place place = Place.of(Folders.display(settings.root(), log));
    return new ReleaseException(Problem.of(code, place, message, help), cause);
  }

  private void showEnd(Path log) {
    List<String> lines = end(log).lines().filter(line -> !line.isBlank()).toList();
    lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()).stream()
        .map(BuildEvent.ToolWrote::new)
        .forEach(progress::happens);
  }

  private static String end(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      int length = (int) Math.min(LAST_BYTES, file.length());
      byte[] bytes = new byte[length];
      file.seek(file.length() - length);
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
