package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.Toolchains;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** What uv says of made-up workspaces and their locks when their version was raised or synced. */
class BumpedUvWorkspaceTest {

  private static final int TREES = 16;

  private static final List<String> LEVELS =
      List.of(
          "patch",
          "minor",
          "major",
          "minor-alpha",
          "patch-rc",
          "post",
          "minor-development",
          "11.0.0-beta.10");

  @TempDir Path temp;
  private Path uv;
  private Path python;

  @BeforeEach
  void needsUv() throws IOException {
    uv = Toolchains.require("uv");
    python = Toolchains.require("python");
    temp = temp.toRealPath();
  }

  @Test
  void uvTakesTheLockOfWhatWasRaised(TestReporter reporter) throws IOException {
    ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());
    play(
        reporter,
        (git, seed) -> {
          List<String> packages = RandomUvTree.packages(seed);
          String level = LEVELS.get(seed % LEVELS.size());
          releaser.bump(
              request(git, packages),
              withCrate(packages) && level.equals("post") ? "patch" : level,
              BumpOptions.none());
        });
  }

  @Test
  void uvTakesTheLockOfWhatWasSynced(TestReporter reporter) throws IOException {
    ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());
    play(
        reporter,
        (git, seed) -> {
          List<String> packages = RandomUvTree.packages(seed);
          String version =
              List.of("9.9.0", "10.0.0a1", withCrate(packages) ? "9.8.8" : "9.8.7.post1")
                  .get(seed % 3);
          replace(git, "packages/own-a/pyproject.toml", RandomUvTree.VERSION, version);
          if (seed % 2 == 0) {
            require(uv(git, "lock"));
          }
          releaser.sync(request(git, packages));
        });
  }

  @Test
  void uvTakesSettingsThatFollowed() throws IOException {
    GitSandbox git = GitSandbox.init(temp.resolve("settings"));
    git.write(
        "pyproject.toml",
        """
        [project]
        name = "engine-app"
        version = "1.2.0"
        requires-python = ">=3.9"
        dependencies = ["engine-core>=1.2,<2"]

        [dependency-groups]
        test = ["engine-gpu==1.2.0"]

        [tool.uv]
        constraint-dependencies = ["engine-gpu==1.2.0"]
        override-dependencies = ["engine-core==1.2.0"]
        build-constraint-dependencies = ["engine-core==1.2.0"]

        [tool.uv.sources]
        engine-core = { workspace = true }
        engine-gpu = { workspace = true }

        [tool.uv.workspace]
        members = ["packages/*"]
        """);
    for (String name : List.of("core", "gpu")) {
      git.write(
          "packages/" + name + "/pyproject.toml",
          "[project]\nname = \"engine-%s\"\nversion = \"1.2.0\"\nrequires-python = \">=3.9\"\n"
              .formatted(name));
    }
    require(uv(git, "lock"));
    git.commit("feat: all");

    new ReleaseSync(GitSandbox.runner())
        .bump(
            request(git, List.of("pypi:engine-app", "pypi:engine-core", "pypi:engine-gpu")),
            "minor",
            BumpOptions.none());

    assertThat(Files.readString(git.path("pyproject.toml")))
        .contains("constraint-dependencies = [\"engine-gpu==1.3.0\"]")
        .contains("override-dependencies = [\"engine-core==1.3.0\"]")
        .contains("dependencies = [\"engine-core>=1.2,<2\"]");
    assertThat(difference(git)).isEmpty();
  }

  private void play(TestReporter reporter, BiConsumer<GitSandbox, Integer> change)
      throws IOException {
    List<String> wrong = new ArrayList<>();
    int changed = 0;
    int twice = 0;
    for (int seed = 0; seed < TREES; seed++) {
      GitSandbox git = GitSandbox.init(temp.resolve("tree" + seed));
      RandomUvTree.of(seed).forEach(git::write);
      wheels(git.path(RandomUvTree.WHEELS));
      git.write(".gitignore", RandomUvTree.WHEELS + "/\n__pycache__/\n");
      require(uv(git, "lock"));
      git.commit("feat: all");
      change.accept(git, seed);
      twice += Files.readString(git.path("uv.lock")).contains("\"own-a\", version = ") ? 1 : 0;
      changed += git.git("diff", "--name-only").lines().toList().size();
      difference(git).ifPresent(what -> wrong.add("seed " + git.directory() + ": " + what));
    }
    reporter.publishEntry(
        "uv workspaces: %d, with two projects of one name: %d, files changed: %d, wrong: %d"
            .formatted(TREES, twice, changed, wrong.size()));
    assertThat(wrong).isEmpty();
    assertThat(twice).as("locks with two projects of one name").isPositive();
  }

  /** What uv would write other than it stands there. */
  private Optional<String> difference(GitSandbox git) throws IOException {
    String before = Files.readString(git.path("uv.lock"));
    ProcessResult checked = uv(git, "lock", "--check");
    ProcessResult free = uv(git, "lock");
    String after = Files.readString(git.path("uv.lock"));
    if (checked.succeeded() && free.succeeded() && before.equals(after)) {
      return Optional.empty();
    }
    return Optional.of(
        checked.errorText().strip()
            + "\n"
            + String.join("\n", before.lines().filter(l -> !after.contains(l)).toList())
            + "\n--- uv writes:\n"
            + String.join("\n", after.lines().filter(l -> !before.contains(l)).toList()));
  }

  private static ChangeRequest request(GitSandbox git, List<String> followers) {
    return new ChangeRequest(
        git.directory(),
        Optional.empty(),
        Settings.ofGroups(GroupSpec.parse("engine=" + String.join(",", followers))),
        Optional.of("engine"),
        false,
        Optional.empty());
  }

  private ProcessResult uv(GitSandbox git, String... arguments) {
    List<String> argv = new ArrayList<>(List.of(uv.toString(), "--offline", "--quiet"));
    argv.addAll(List.of(arguments));
    String home = temp.resolve("home").toString();
    Map<String, String> alone =
        Map.of(
            "HOME",
            home,
            "XDG_CONFIG_HOME",
            home,
            "XDG_CONFIG_DIRS",
            home,
            "UV_CACHE_DIR",
            temp.resolve("cache").toString(),
            "UV_PYTHON",
            python.toString(),
            "PYTHONDONTWRITEBYTECODE",
            "1");
    return Toolchains.run(git.directory(), alone, argv);
  }

  /** A crate knows no post-release. */
  private static boolean withCrate(List<String> packages) {
    return packages.stream().anyMatch(name -> name.startsWith("cargo:"));
  }

  private static void require(ProcessResult result) {
    assertThat(result.succeeded()).as(result.errorText()).isTrue();
  }

  private static void replace(GitSandbox git, String file, String from, String to) {
    try {
      git.write(file, Files.readString(git.path(file)).replaceFirst(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void wheels(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String version : List.of("9.8.0", "9.8.7", "9.9.5", "10.0.0a1", "12.0")) {
      wheel(folder, "own_a", version);
    }
    wheel(folder, "elsewhere", "1.0");
  }

  private static void wheel(Path folder, String name, String version) throws IOException {
    String info = name + "-" + version + ".dist-info/";
    Path file = folder.resolve(name + "-" + version + "-py3-none-any.whl");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String[] entry :
          new String[][] {
            {"METADATA", "Metadata-Version: 2.1\nName: " + name + "\nVersion: " + version + "\n"},
            {"WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"},
            {"RECORD", ""}
          }) {
        zip.putNextEntry(new ZipEntry(info + entry[0]));
        zip.write(entry[1].getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
