package io.github.releasesync.packaging;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds tools: the configured one, else the one installed for this repository, else the one on the
 * PATH. Each is called once for its version; a tool that fails then counts as missing.
 */
final class Toolchain {

  private static final Help CARGO_HELP =
      Help.of(
          "install Rust from https://rustup.rs, or name the program with ",
          Option.of("cargo", "PATH"));
  private static final Help PYTHON_HELP =
      Help.of(
          "install Python 3 from https://www.python.org or your system, or name the program with ",
          Option.of("python", "PATH"));
  private static final Help MATURIN_HELP =
      Help.of(
          "run `pip install maturin`, allow its installation with ",
          Option.of("provisionTools", "true"),
          ", or name the program with ",
          Option.of("maturin", "PATH"));
  private static final Help BUILD_HELP =
      Help.of(
          "run `python -m pip install build`, or allow its installation with ",
          Option.of("provisionTools", "true"));
  private static final Help UV_HELP =
      Help.of("install uv from https://docs.astral.sh/uv, or omit ", Option.named("uv"));

  private final ToolRunner tools;
  private final BuildSettings settings;
  private final PrivateTools privateTools;
  private final Map<String, FoundTool> found = new HashMap<>();

  Toolchain(ToolRunner tools, BuildSettings settings, BuildProgress progress) {
    this.tools = tools;
    this.settings = settings;
    this.privateTools = new PrivateTools(tools, settings, progress);
  }

  FoundTool cargo() {
    return find("cargo", settings.tools().cargo(), List.of("cargo"), CARGO_HELP);
  }

  /** Python with the module {@code build}. */
  FoundTool pythonWithBuild() {
    FoundTool known = found.get("build");
    if (known != null) {
      return known;
    }
    FoundTool python = settings.provision() ? provisioned("python") : python();
    if (version(List.of(python.program(), "-m", "build", "--version")).isEmpty()) {
      throw missing("python", "Python's module build", " in " + python.program(), BUILD_HELP);
    }
    found.put("build", python);
    return python;
  }

  /** The Python that wheels are built for. */
  FoundTool python() {
    return find("python", settings.tools().python(), List.of("python3", "python"), PYTHON_HELP);
  }

  /** The Python of {@link #python()}; empty if none is installed and none is configured. */
  Optional<FoundTool> optionalPython() {
    try {
      return Optional.of(python());
    } catch (ReleaseException e) {
      if (settings.tools().python().isPresent()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  FoundTool maturin() {
    return settings.tools().maturin().isEmpty() && settings.provision()
        ? provisioned("maturin")
        : find("maturin", settings.tools().maturin(), List.of("maturin"), MATURIN_HELP);
  }

  FoundTool uv() {
    return find("uv", settings.tools().uv(), List.of("uv"), UV_HELP);
  }

  private FoundTool provisioned(String name) {
    FoundTool tool = found.get("private " + name);
    if (tool == null) {
      String program = privateTools.provide(python(), name).toString();
      tool = new FoundTool(program, version(List.of(program, "--version")).orElse("unknown"));
      found.put("private " + name, tool);
    }
    return tool;
  }

  private FoundTool find(String name, Optional<String> configured, List<String> usual, Help help) {
    FoundTool known = found.get(name);
    if (known != null) {
      return known;
    }
    List<String> candidates = configured.map(this::absolute).map(List::of).orElse(usual);
    List<String> tried = new ArrayList<>();
    for (String program : candidates) {
      Optional<String> version = version(List.of(program, "--version"));
      if (version.isPresent()) {
        FoundTool tool = new FoundTool(program, version.get());
        found.put(name, tool);
        return tool;
      }
      tried.add("`" + program + "`");
    }
    String where =
        configured.isPresent()
            ? ": " + tried.get(0) + ", named by release-sync." + name + ", does not run"
            : " on the PATH, or does not run"
                + (tried.size() > 1 ? ": tried " + String.join(" and ", tried) : "");
    throw missing(name, name, where, help);
  }

  /** A plain name stays as it is; a path becomes absolute, from the root. */
  private String absolute(String configured) {
    boolean path = configured.indexOf('/') >= 0 || configured.indexOf('\\') >= 0;
    return path ? settings.root().resolve(Path.of(configured)).toString() : configured;
  }

  /** The first word that begins with a digit: {@code cargo 1.95.0 (f2d3ce0bd 2026-03-21)}. */
  private Optional<String> version(List<String> argv) {
    return tools.ask(argv).stream()
        .flatMap(answer -> List.of(answer.strip().split("\\s+")).stream())
        .filter(word -> !word.isEmpty() && word.charAt(0) >= '0' && word.charAt(0) <= '9')
        .findFirst();
  }

  private static ReleaseException missing(String parameter, String what, String where, Help help) {
    return ReleaseException.of(
        Code.TOOL_MISSING,
        Place.of("release-sync." + parameter),
        what + " was not found" + where,
        help);
  }
}
