package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Hooks of git that have a part in the release commit. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the hooks are shell scripts")
class ReleaseHooksTest {

  private static final String WRITES_README =
      "sed -n 's/^version = \"\\(.*\\)\"/# engine \\1/p' Cargo.toml > README.md; git add README.md";
  private static final String ADDS_A_FILE =
      "mkdir -p gen; echo x > 'gen/generated file.txt'; git add gen";

  @TempDir Path temp;
  private GitSandbox git;
  private String before;

  @BeforeEach
  void repository() {
    git = GitSandbox.init(temp.resolve("engine")).withUser();
    git.write(
        "Cargo.toml",
        "[package]\nname = \"engine\"\nversion = \"1.0.0\"\ndescription = \"d\"\nlicense = \"MIT\"\n");
    git.write("README.md", "# engine 1.0.0\n").write("other.txt", "other\n");
    git.write("CHANGELOG.md", "# Changelog\n\n## 1.0.0 - 2026-01-01\n\n- All.\n");
    git.commit("feat: first").annotatedTag("v1.0.0");
    git.write("src/lib.rs", "").commit("feat: something new");
    before = RepositoryState.of(git);
  }

  @Test
  void c19WhatAHookStagesIsPartOfTheReleaseCommitAndOfItsRollback() throws IOException {
    hook("pre-commit", WRITES_README);

    assertThat(releaser().prepare(call().in(git)).failed()).isFalse();

    assertThat(git.git("status", "--porcelain")).isEmpty();
    assertThat(git.git("show", "v1.1.0:README.md")).isEqualTo("# engine 1.1.0");
    assertThat(rollback()).contains("file     README.md is restored");
    assertThat(RepositoryState.of(git)).isEqualTo(before);
  }

  @Test
  void c19AFileThatAHookAddsIsPartOfTheReleaseCommitAndOfItsRollback() throws IOException {
    hook("pre-commit", ADDS_A_FILE);

    assertThat(releaser().prepare(call().in(git)).failed()).isFalse();

    assertThat(git.git("status", "--porcelain")).isEmpty();
    assertThat(git.git("show", "v1.1.0:gen/generated file.txt")).isEqualTo("x");
    rollback();
    assertThat(RepositoryState.of(git)).isEqualTo(before);
  }

  @Test
  void bothCommitsOfAReleaseAreUndoneWithWhatTheHookDid() throws IOException {
    hook("pre-commit", WRITES_README + "; " + ADDS_A_FILE);

    assertThat(releaser().prepare(call().development("minor").in(git)).failed()).isFalse();

    assertThat(git.git("status", "--porcelain")).isEmpty();
    assertThat(git.git("show", "HEAD:README.md")).isEqualTo("# engine 1.2.0-dev.0");
    rollback();
    assertThat(RepositoryState.of(git)).isEqualTo(before);
  }

  /** As after any commit that a hook refuses. */
  @Test
  void whatAHookChangedBeforeItRefusedIsItsOwnAndNotStaged() throws IOException {
    hook("pre-commit", WRITES_README + "; " + ADDS_A_FILE + "; exit 1");
    String index = git.git("ls-files", "--stage");

    assertThatThrownBy(() -> releaser().prepare(call().in(git)))
        .isInstanceOf(ReleaseException.class);

    assertThat(git.git("ls-files", "--stage")).isEqualTo(index);
    assertThat(git.git("status", "--porcelain")).isEqualTo("M README.md\n?? gen/");
    assertThat(git.git("tag")).isEqualTo("v1.0.0");
  }

  @Test
  void aHookThatRefusesTheSecondCommitTakesBothBack() throws IOException {
    hook("pre-commit", WRITES_README + "; ! grep -q dev Cargo.toml");

    assertThatThrownBy(() -> releaser().prepare(call().development("minor").in(git)))
        .isInstanceOf(ReleaseException.class);

    assertThat(RepositoryState.of(git)).isEqualTo(before);
  }

  @Test
  void aFileOfAHookThatWasChangedSinceIsKept() throws IOException {
    hook("pre-commit", WRITES_README);
    releaser().prepare(call().in(git));
    git.write("README.md", "# mine\n");

    assertThatThrownBy(this::rollback)
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(Code.CHANGE_DAMAGED);
              assertThat(e.problem().place()).hasToString("README.md");
            });

    assertThat(git.git("tag").lines()).contains("v1.1.0");
    assertThat(Files.readString(git.path("README.md"))).isEqualTo("# mine\n");
  }

  @Test
  void whatTheUserStagedSinceTheReleaseStaysStaged() throws IOException {
    hook("pre-commit", WRITES_README);
    releaser().prepare(call().in(git));
    git.write("other.txt", "mine\n").git("add", "other.txt");

    rollback();

    assertThat(git.git("status", "--porcelain")).isEqualTo("M  other.txt");
    assertThat(Files.readString(git.path("README.md"))).isEqualTo("# engine 1.0.0\n");
  }

  @Test
  void whatWasStagedBeforeSyncCommitsStaysStaged() throws IOException {
    hook("pre-commit", "true");
    git.write("pyproject.toml", "[project]\nname = \"engine\"\nversion = \"0.9.0\"\n");
    git.commit("chore: behind");
    git.write("other.txt", "mine\n").git("add", "other.txt");

    SyncResult result =
        releaser()
            .syncAndCommit(
                new ChangeRequest(
                    git.directory(),
                    Optional.empty(),
                    KilledRun.settings(),
                    Optional.empty(),
                    false,
                    Optional.empty()));

    assertThat(result.files()).hasSize(1);
    assertThat(git.git("status", "--porcelain")).isEqualTo("M  other.txt");
  }

  private String rollback() {
    return PrepareCall.text(releaser().rollback(git.directory(), Optional.empty(), false, false));
  }

  private void hook(String name, String script) throws IOException {
    Path hook = git.path(".git/hooks/" + name);
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\n" + script + "\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
  }

  private static ReleaseSync releaser() {
    return new ReleaseSync(GitSandbox.runner());
  }

  private static PrepareCall call() {
    return new PrepareCall(Settings.none()).level("minor");
  }
}
