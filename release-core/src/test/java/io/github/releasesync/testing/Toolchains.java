package io.github.releasesync.testing;

import io.github.releasesync.process.Command;
import io.github.releasesync.process.ProcessException;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.process.SystemProcessRunner;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;

/**
 * The real programs that tests work with. {@code cargo} and {@code python} must be on the PATH;
 * Python's own tools are installed once, at pinned versions, below {@code target/tools}. A test
 * whose program cannot be had is skipped by name; with {@code -Dit.toolchains=required} it fails.
 */
public final class Toolchains {

  private static final Path TOOLS = Path.of("target", "tools").toAbsolutePath();
  private static final Duration LONG = Duration.ofMinutes(10);

  /** Modern Python tools read Metadata-Version 2.4, which older twines refuse. */
  private static final Map<String, String> PINNED =
      Map.of("maturin", "1.15.0", "twine", "6.2.0", "pip", "23.2.1");

  private static final Map<String, Optional<Path>> FOUND = new ConcurrentHashMap<>();

  private Toolchains() {}

  /**
   * A program, or an aborted test.
   *
   * @param name {@code cargo}, {@code python}, {@code pip}, {@code maturin} or {@code twine}
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
    Command command = new Command(argv, folder, all, LONG, new byte[0]);
    return new SystemProcessRunner(System.getenv()).run(command);
  }

  private static Optional<Path> find(String name) {
    return switch (name) {
      case "cargo" -> onPath("cargo");
      case "python" -> onPath("python3").or(() -> onPath("python"));
      case "pip" -> environment("pip").map(e -> script(e, "pip"));
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
    Optional<Path> environment = environment(name);
    if (environment.isEmpty()) {
      return environment;
    }
    Path program = script(environment.get(), name);
    if (Files.isExecutable(program)) {
      return Optional.of(program);
    }
    try (FileChannel lock =
            FileChannel.open(
                TOOLS.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock held = lock.lock()) {
      String pin = name + "==" + PINNED.get(name);
      boolean done =
          held.isValid()
              && succeeds(
                  List.of(
                      script(environment.get(), "pip").toString(),
                      "install",
                      "--quiet",
                      "--retries=1",
                      "--timeout=20",
                      pin));
      return Optional.of(program).filter(p -> done && Files.isExecutable(p));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A virtual environment for one tool, so that tools do not disturb each other. */
  private static synchronized Optional<Path> environment(String name) {
    Path environment = TOOLS.resolve(name + "-" + PINNED.get(name));
    Optional<Path> python = find("python");
    if (python.isEmpty() || Files.isExecutable(script(environment, "pip"))) {
      return python.map(p -> environment);
    }
    try {
      Files.createDirectories(TOOLS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> argv = List.of(python.get().toString(), "-m", "venv", environment.toString());
    return succeeds(argv) ? Optional.of(environment) : Optional.empty();
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
