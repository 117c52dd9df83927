package io.github.releasesync.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs programs of this machine. A program gets only those variables of the parent's environment
 * that it needs to start and to find its configuration: no secret, and no redirection ({@code
 * GIT_DIR}). Its language is English, so that its output can be parsed.
 */
public final class SystemProcessRunner implements ProcessRunner {

  /** The default limit of a program's standard output: 64 MiB. */
  public static final int DEFAULT_OUTPUT_LIMIT = 64 << 20;

  private static final int ERROR_TEXT_LIMIT = 64 << 10;

  private static final Set<String> PASSED_ON =
      Set.of(
          "PATH",
          "HOME",
          "USERPROFILE",
          "HOMEDRIVE",
          "HOMEPATH",
          "SYSTEMROOT",
          "TMPDIR",
          "TEMP",
          "TMP",
          "XDG_CONFIG_HOME");

  private static final String LOCALE = "C.UTF-8";

  private final Map<String, String> environment;
  private final ProgramPath path;
  private final int outputLimit;

  /**
   * A runner with {@link #DEFAULT_OUTPUT_LIMIT}.
   *
   * @param parentEnvironment the variables of this process
   */
  public SystemProcessRunner(Map<String, String> parentEnvironment) {
    this(parentEnvironment, DEFAULT_OUTPUT_LIMIT);
  }

  /**
   * A runner.
   *
   * @param parentEnvironment the variables of this process
   * @param outputLimit the limit of a program's standard output, in bytes
   */
  public SystemProcessRunner(Map<String, String> parentEnvironment, int outputLimit) {
    boolean windows = File.separatorChar == '\\';
    Map<String, String> parent =
        windows ? new TreeMap<>(String.CASE_INSENSITIVE_ORDER) : new TreeMap<>();
    parent.putAll(parentEnvironment);
    this.environment = allowed(parent);
    this.path =
        new ProgramPath(
            parent.getOrDefault("PATH", ""),
            File.pathSeparator,
            windows
                ? List.of(parent.getOrDefault("PATHEXT", ".COM;.EXE;.BAT;.CMD").split(";"))
                : List.of(""));
    this.outputLimit = outputLimit;
  }

  @Override
  public ProcessResult run(Command command) {
    long deadline = System.nanoTime() + command.timeout().toNanos();
    Process process = start(command);
    try {
      Future<byte[]> output =
          inBackground(command, () -> output(command, process.getInputStream()));
      Future<String> error = inBackground(command, () -> beginning(process.getErrorStream()));
      feed(command, process);
      byte[] bytes = output.get(until(deadline), TimeUnit.NANOSECONDS);
      String errorText = error.get(until(deadline), TimeUnit.NANOSECONDS);
      if (!process.waitFor(until(deadline), TimeUnit.NANOSECONDS)) {
        throw new TimeoutException();
      }
      return new ProcessResult(process.exitValue(), bytes, errorText);
    } catch (TimeoutException e) {
      throw new ProcessTimeoutException(command.program(), command.timeout());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProcessException(command.program() + " was interrupted", e);
    } catch (ExecutionException e) {
      throw new ProcessException(
          command.program() + ": " + e.getCause().getMessage(), e.getCause());
    } finally {
      kill(process);
    }
  }

  private Process start(Command command) {
    Path program =
        path.find(command.program())
            .orElseThrow(() -> new ProgramNotFoundException(command.program()));
    if (!Files.isDirectory(command.directory())) {
      throw new ProcessException(
          command.program() + " cannot run in " + command.directory() + ": not a folder");
    }
    List<String> argv = new ArrayList<>(command.argv());
    argv.set(0, program.toString());
    ProcessBuilder builder = new ProcessBuilder(argv);
    builder.directory(command.directory().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().putAll(command.environment());
    command
        .outputFile()
        .ifPresent(
            file ->
                builder
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(file.toFile())));
    try {
      return builder.start();
    } catch (IOException e) {
      throw new ProcessException(command.program() + " could not be started: " + e.getMessage(), e);
    }
  }

  /**
   * Writing the input has its own thread, because a program may write output before it has read
   * everything.
   */
  private static void feed(Command command, Process process) {
    inBackground(
        command,
        () -> {
          // A program may end without reading all input; its exit code decides whether it failed.
          try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(command.input());
          }
          return null;
        });
  }

  private byte[] output(Command command, InputStream stdout) throws IOException {
    if (command.outputReader().isEmpty()) {
      return upTo(outputLimit, stdout);
    }
    command.outputReader().get().read(stdout);
    stdout.transferTo(OutputStream.nullOutputStream());
    return new byte[0];
  }

  private static byte[] upTo(int limit, InputStream stdout) throws IOException {
    byte[] bytes = stdout.readNBytes(limit);
    if (stdout.read() >= 0) {
      throw new IOException("wrote more than the " + limit + " bytes that are allowed");
    }
    return bytes;
  }

  private static String beginning(InputStream stderr) throws IOException {
    byte[] bytes = stderr.readNBytes(ERROR_TEXT_LIMIT);
    stderr.transferTo(OutputStream.nullOutputStream());
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static long until(long deadline) {
    return Math.max(0, deadline - System.nanoTime());
  }

  private static <T> Future<T> inBackground(Command command, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "release-sync " + command.program());
    thread.setDaemon(true);
    thread.start();
    return task;
  }

  /** Ends what is still running; nothing is, after a program that ended by itself. */
  private static void kill(Process process) {
    if (process.isAlive()) {
      List<ProcessHandle> descendants = process.descendants().toList();
      process.destroyForcibly();
      descendants.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private static Map<String, String> allowed(Map<String, String> parent) {
    Map<String, String> passed = new TreeMap<>();
    for (String name : PASSED_ON) {
      String value = parent.get(name);
      if (value != null) {
        passed.put(name, value);
      }
    }
    passed.put("LANG", LOCALE);
    passed.put("LC_ALL", LOCALE);
    return passed;
  }
}
