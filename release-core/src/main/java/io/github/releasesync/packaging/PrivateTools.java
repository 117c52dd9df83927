package io.github.releasesync.packaging;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * maturin and build in a virtual environment below the output folder. The user's own Python is
 * never changed. Installed tools are reused until other versions are required.
 */
final class PrivateTools {

  /** The tested versions. */
  private static final List<String> REQUIREMENTS = List.of("maturin==1.15.0", "build>=1.2");

  private final ToolRunner tools;
  private final BuildSettings settings;
  private final BuildProgress progress;
  private final Path folder;

  PrivateTools(ToolRunner tools, BuildSettings settings, BuildProgress progress) {
    this.tools = tools;
    this.settings = settings;
    this.progress = progress;
    this.folder = settings.output().resolve("tools").resolve("python");
  }

  /** The path of a program of the environment, which is installed first if it is missing. */
  Path provide(FoundTool python, String program) {
    // Written last: an environment without it is incomplete.
    Path ready = folder.resolve("release-sync-tools.txt");
    String wanted = python.version() + " " + String.join(" ", REQUIREMENTS) + "\n";
    try {
      if (!Files.isRegularFile(ready) || !Files.readString(ready).equals(wanted)) {
        install(python);
        Files.writeString(ready, wanted);
      }
    } catch (IOException e) {
      throw Folders.unwritable(settings.root(), ready, e);
    }
    return program(program);
  }

  private void install(FoundTool python) {
    if (settings.offline()) {
      throw ReleaseException.of(
          Code.TOOL_MISSING,
          Place.of(Folders.display(settings.root(), folder)),
          "maturin and build are not installed there, and Maven works offline",
          "run this once without --offline");
    }
    progress.happens(new BuildEvent.InstallingTools(REQUIREMENTS));
    new Folders(settings.root()).empty(folder);
    tools.run(
        "tools-venv",
        settings.root(),
        List.of(python.program(), "-m", "venv", folder.toString()),
        Map.of());
    List<String> argv =
        new ArrayList<>(List.of(program("python").toString(), "-m", "pip", "install"));
    argv.addAll(REQUIREMENTS);
    tools.run("tools-install", settings.root(), argv, Map.of());
  }

  private Path program(String name) {
    boolean windows = File.separatorChar == '\\';
    return windows
        ? folder.resolve("Scripts").resolve(name + ".exe")
        : folder.resolve("bin").resolve(name);
  }
}
