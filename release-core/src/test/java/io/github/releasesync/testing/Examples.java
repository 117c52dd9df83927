package io.github.releasesync.testing;

import io.github.releasesync.goal.BuildOptions;
import io.github.releasesync.goal.PackageRequest;
import io.github.releasesync.packaging.ToolNames;
import io.github.releasesync.project.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The examples as repositories of their own, and the tools that build them without a network. */
public final class Examples {

  private static final Path FOLDER = Path.of("..", "examples").toAbsolutePath().normalize();

  private Examples() {}

  /** An example in a repository with one commit. */
  public static GitSandbox repository(String name, Path target) {
    Path from = FOLDER.resolve(name);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(f -> !f.startsWith(from.resolve("target"))).toList()) {
        Path copy = target.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return GitSandbox.init(target).commit("feat: first");
  }

  /** Cargo and maturin. */
  public static BuildOptions withMaturin() {
    Toolchains.require("cargo");
    String maturin = Toolchains.require("maturin").toString();
    return options(
        new ToolNames(Optional.empty(), Optional.empty(), Optional.of(maturin), Optional.empty()));
  }

  /** Python with the backend of the example that is Python alone. */
  public static BuildOptions withPython() {
    String python = Toolchains.pythonWith("build", "flit_core").toString();
    return options(
        new ToolNames(Optional.empty(), Optional.of(python), Optional.empty(), Optional.empty()));
  }

  /** The environment without tokens: whoever runs the tests may well have one. */
  public static Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.keySet().removeIf(name -> name.contains("TOKEN") || name.contains("PASSWORD"));
    return variables;
  }

  /** A request for a whole repository with no configuration. */
  public static PackageRequest packaging(GitSandbox repository, BuildOptions options) {
    return new PackageRequest(
        repository.directory(),
        Optional.of(repository.directory()),
        Optional.empty(),
        Optional.empty(),
        Settings.none(),
        Optional.empty(),
        options);
  }

  private static BuildOptions options(ToolNames tools) {
    return new BuildOptions(tools, false, false, true, false, false, false, Duration.ofMinutes(5));
  }
}
