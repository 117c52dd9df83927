package io.github.releasesync.testing;

import io.github.releasesync.process.Command;
import io.github.releasesync.process.ProcessException;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.process.SystemProcessRunner;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The real programs that tests work with. {@code cargo} and {@code python} must be on the PATH;
 * Python's own tools are installed once, at pinned versions, below {@code target/tools}. A test
 * whose program cannot be had is skipped by name; with {@code -Dit.toolchains=required} it fails.
 */
public final class Toolchains {

  private static final Path TOOLS = Path.of("target", "tools").toAbsolutePath();
  private static final Duration LONG = Duration.ofMinutes(10);

  /** The versions that CI works with. */
  private static final Path PINNED = Path.of("..", "it", "requirements.txt");

  private static final Map<String, Optional<Path>> FOUND = new ConcurrentHashMap<>();

  private Toolchains() {}

  /**
   * A program, or an aborted test.
   *
   * @param name {@code cargo}, {@code python}, {@code pip}, {@code maturin}, {@code twine}, {@code
   *     uv} or {@code git-cliff}
   */
  public static Path require(String name) {
    Optional<Path> found = FOUND.computeIfAbsent(name, Toolchains::find);
    String missing = name + " is not there and cannot be installed";
    if (found.isEmpty() && "required".equals(System.getProperty("it.toolchains"))) {
      throw new AssertionError(missing);
    }
    Assumptions.assumeTrue(found.isPresent(), missing);
    return found.orElseThrow();
  }

  /**
   * A Python with modules that pip installs.
   *
   * @param modules requirements, with versions
   */
  public static Path pythonWith(String... modules) {
    Path pip = require("pip");
    List<String> argv = new ArrayList<>(List.of(pip.toString(), "install", "--quiet"));
    argv.addAll(List.of(modules));
    boolean installed = succeeds(argv);
    String missing = String.join(" and ", modules) + " cannot be installed";
    if (!installed && "required".equals(System.getProperty("it.toolchains"))) {
      throw new AssertionError(missing);
    }
    Assumptions.assumeTrue(installed, missing);
    return pip.resolveSibling("python");
  }

  /** Runs a program to its end, with nothing of this environment but the PATH and what is given. */
  public static ProcessResult run(Path folder, Map<String, String> variables, List<String> argv) {
    Map<String, String> all = new HashMap<>(variables);
    System.getenv()
        .forEach(
            (key, value) -> {
              if (key.startsWith("RUSTUP") || key.startsWith("PYENV")) {
                all.putIfAbsent(key, value);
              }
            });
    Command command = Command.of(folder, argv).withTimeout(LONG);
    for (Map.Entry<String, String> variable : all.entrySet()) {
      command = command.withEnvironment(variable.getKey(), variable.getValue());
    }
    return new SystemProcessRunner(System.getenv()).run(command);
  }

  private static Optional<Path> find(String name) {
    return switch (name) {
      case "cargo" -> onPath("cargo");
      case "python" -> onPath("python3").or(() -> onPath("python"));
      case "pip" -> installed("pip");
      default -> onPath(name).or(() -> installed(name));
    };
  }

  private static Optional<Path> onPath(String name) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
      for (String suffix : List.of("", ".exe")) {
        Path file = Path.of(folder, name + suffix);
        if (file.isAbsolute() && Files.isExecutable(file)) {
          return Optional.of(file);
        }
      }
    }
    return Optional.empty();
  }

  /** Two builds may share the folder, so only one installs at a time. */
  private static synchronized Optional<Path> installed(String name) {
    try {
      Files.createDirectories(TOOLS);
      try (FileChannel lock =
          FileChannel.open(
              TOOLS.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock.lock();
        Optional<Path> environment = environment(name);
        if (environment.isPresent() && !Files.isExecutable(script(environment.get(), name))) {
          install(environment.get(), name);
        }
        return environment.map(e -> script(e, name)).filter(Files::isExecutable);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void install(Path environment, String name) {
    String pip = script(environment, "pip").toString();
    String pin = name + "==" + pinned(name);
    succeeds(List.of(pip, "install", "--quiet", "--retries=1", "--timeout=20", pin));
  }

  /** A virtual environment for one tool, so that tools do not disturb each other. */
  private static Optional<Path> environment(String name) {
    Path environment = TOOLS.resolve(name + "-" + pinned(name));
    Optional<Path> python = find("python");
    if (python.isEmpty() || Files.isExecutable(script(environment, "pip"))) {
      return python.map(p -> environment);
    }
    List<String> argv = List.of(python.get().toString(), "-m", "venv", environment.toString());
    return succeeds(argv) ? Optional.of(environment) : Optional.empty();
  }

  private static String pinned(String name) {
    try (Stream<String> lines = Files.lines(PINNED)) {
      String start = name + "==";
      return lines
          .filter(line -> line.startsWith(start))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException(name + " is not in " + PINNED))
          .substring(start.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path script(Path environment, String name) {
    return File.separatorChar == '\\'
        ? environment.resolve("Scripts").resolve(name + ".exe")
        : environment.resolve("bin").resolve(name);
  }

  private static boolean succeeds(List<String> argv) {
    Map<String, String> pip = new TreeMap<>();
    System.getenv()
        .forEach(
            (key, value) -> {
              if (key.startsWith("PIP_")) {
                pip.put(key, value);
              }
            });
    try {
      return run(TOOLS.getParent(), pip, argv).exitCode() == 0;
    } catch (ProcessException e) {
      return false;
    }
  }
}
