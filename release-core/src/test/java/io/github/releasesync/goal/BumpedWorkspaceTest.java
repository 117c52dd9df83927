package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.process.Command;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.process.ProgramNotFoundException;
import io.github.releasesync.process.SystemProcessRunner;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.GoldenCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Cargo says of made-up workspaces and their locks when their version was raised. */
class BumpedWorkspaceTest {

  private static final int TREES = 24;

  private static final List<String> LEVELS =
      List.of("patch", "minor", "major", "minor-alpha", "patch-rc", "11.0.0-beta.10");

  @TempDir Path temp;

  @BeforeAll
  static void needsCargo() {
    boolean found;
    try {
      found = cargo(Path.of("."), "--version").succeeded();
    } catch (ProgramNotFoundException e) {
      found = false;
    }
    if (!found && "required".equals(System.getProperty("it.toolchains"))) {
      fail("it.toolchains=required, but there is no cargo on the PATH");
    }
    Assumptions.assumeTrue(found, "no cargo on the PATH");
  }

  @Test
  void cargoTakesManifestsAndLockAsTheyAreThen() throws IOException {
    List<String> wrong = new ArrayList<>();
    int changed = 0;
    for (int seed = 0; seed < TREES; seed++) {
      String level = LEVELS.get(seed % LEVELS.size());
      boolean preRelease = level.contains("-");
      GitSandbox git = GitSandbox.init(temp.resolve("tree" + seed));
      RandomReleaseTree.of(seed, preRelease).forEach(git::write);
      require(cargo(git.directory(), "generate-lockfile", "--offline"));
      git.commit("feat: all");
      BumpResult result =
          new ReleaseSync(GitSandbox.runner())
              .bump(
                  new ChangeRequest(
                      git.directory(),
                      Optional.empty(),
                      Settings.none(),
                      Optional.of("own-a"),
                      false,
                      Optional.empty()),
                  level,
                  BumpOptions.none());
      changed += result.files().size();
      String lock = Files.readString(git.path("Cargo.lock"));
      ProcessResult locked = metadata(git, "--locked");
      ProcessResult free = metadata(git);
      String after = Files.readString(git.path("Cargo.lock"));
      if (!locked.succeeded() || !free.succeeded()) {
        wrong.add("seed " + seed + " " + level + ": " + locked.errorText().strip());
      } else if (!lock.equals(after)) {
        wrong.add(
            "seed "
                + seed
                + " "
                + level
                + ": Cargo writes the lock anew:\n"
                + lock
                + "\n---\n"
                + after);
      }
    }
    System.out.printf(
        "raised workspaces: %d, files changed: %d, wrong: %d%n", TREES, changed, wrong.size());
    assertThat(wrong).isEmpty();
  }

  @Test
  void cargoTakesPatchesAndEntriesThatNoMemberInherited() throws IOException {
    Path golden = Path.of("src/test/resources/golden/bump/c12-an-entry-that-no-member-inherits");
    GitSandbox git = new GoldenCase(golden).repository(temp.resolve("patched"));
    require(cargo(git.directory(), "generate-lockfile", "--offline"));
    git.commit("feat: lock");
    new ReleaseSync(GitSandbox.runner())
        .bump(
            new ChangeRequest(
                git.directory(),
                Optional.empty(),
                Settings.none(),
                Optional.empty(),
                false,
                Optional.empty()),
            "major",
            BumpOptions.none());

    require(metadata(git, "--locked"));
    Path patched = git.path("crates/patched/Cargo.toml");
    Files.writeString(
        patched, Files.readString(patched) + "\n[dependencies]\nengine-unused.workspace = true\n");
    require(metadata(git));
  }

  private static void require(ProcessResult result) {
    assertThat(result.succeeded()).as(result.errorText()).isTrue();
  }

  private static ProcessResult metadata(GitSandbox git, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("metadata", "--offline", "--format-version", "1"));
    arguments.addAll(List.of(more));
    return cargo(git.directory(), arguments.toArray(String[]::new));
  }

  private static ProcessResult cargo(Path folder, String... arguments) {
    List<String> argv = new ArrayList<>(List.of("cargo"));
    argv.addAll(List.of(arguments));
    return new SystemProcessRunner(System.getenv()).run(Command.of(folder, argv));
  }
}
