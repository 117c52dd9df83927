package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.Command;
import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.settings.CopySpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PrepareTest {

  private static final List<String> BRANCHES = List.of("main", "hotfix/*");

  @TempDir Path temp;
  private GitSandbox git;

  @BeforeEach
  void repository() {
    git = GitSandbox.init(temp.resolve("engine")).withUser();
    git.write(
        "Cargo.toml",
        "[package]\nname = \"engine\"\nversion = \"1.1.0\"\ndescription = \"d\"\nlicense = \"MIT\"\n");
    git.write("Cargo.lock", "version = 4\n\n[[package]]\nname = \"engine\"\nversion = \"1.1.0\"\n");
    git.write("pyproject.toml", "[project]\nname = \"engine\"\nversion = \"1.1.0\"\n");
    git.commit("chore: release").annotatedTag("v1.1.0");
    git.write("src/lib.rs", "").commit("feat: something new");
  }

  @Test
  void whatAnotherBranchReleasedIsNotReleasedAgain() {
    git.git("checkout", "--quiet", "-b", "other");
    git.write("x", "").commit("feat: elsewhere").annotatedTag("v1.2.0");
    git.git("checkout", "--quiet", "main");
    git.git("cherry-pick", "--allow-empty", "other");

    assertThat(PrepareCall.text(releaser().prepare(call("minor").dry().in(git))))
        .contains("engine  1.1.0 -> 1.3.0  (minor)");
    assertThatThrownBy(() -> releaser().prepare(call("1.2.0").in(git)))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> assertThat(e.problem().code()).isEqualTo(Code.LEVEL_REFUSED));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the hook is a shell script")
  void aHookThatRefusesLeavesAllAsItWas() throws IOException {
    hook("pre-commit", "exit 1");
    String before = state();

    assertThatThrownBy(() -> releaser().prepare(call("minor").in(git)))
        .isInstanceOfSatisfying(
            ReleaseException.class, e -> assertThat(e.problem().code()).isEqualTo(Code.GIT_FAILED));

    assertThat(state()).isEqualTo(before);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the signer is a shell script")
  void aTagThatCannotBeSignedTakesTheCommitBack() throws IOException {
    Path signer = git.path("../no-signer");
    Files.writeString(signer, "#!/bin/sh\nexit 2\n");
    assertThat(signer.toFile().setExecutable(true)).isTrue();
    git.git("config", "gpg.program", signer.toString());
    String before = state();

    assertThatThrownBy(() -> releaser().prepare(call("minor").signed().in(git)))
        .isInstanceOf(ReleaseException.class);

    assertThat(state()).isEqualTo(before);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "ssh-keygen is looked for on the PATH there")
  void tagsAreSignedAsGitIsConfigured() {
    Path key = temp.resolve("key");
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString());
    git.git("config", "gpg.format", "ssh");
    git.git("config", "user.signingkey", key.toString());
    git.git("config", "tag.gpgSign", "true");

    releaser().prepare(call("minor").in(git));

    assertThat(git.git("cat-file", "-p", "v1.2.0")).contains("BEGIN SSH SIGNATURE");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the hook is a shell script")
  void aRemoteThatRefusesLeavesAPreparedRelease() throws IOException {
    GitSandbox remote = remote();
    Path hook = remote.path("hooks/pre-receive");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\nexit 1\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();

    PrepareResult result = releaser().prepare(call("minor").pushed().in(git));

    assertThat(result.failed()).isTrue();
    assertThat(Printed.of(result).lastLine())
        .startsWith("Prepared 1.2.0, but it was not pushed: git push: ")
        .endsWith("To push it: git push --atomic origin main v1.2.0");
    assertThat(git.git("tag").lines()).contains("v1.2.0");
    assertThat(remote.git("tag").lines()).doesNotContain("v1.2.0");
    releaser().rollback(git.directory(), Optional.empty(), false, false);
    assertThat(git.git("tag").lines()).doesNotContain("v1.2.0");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the hook is a shell script")
  void whatAHookThatRefusesWroteIsThrownAway() throws IOException {
    hook("pre-commit", "echo '# formatted' >> Cargo.toml; exit 1");
    String before = state();

    assertThatThrownBy(() -> releaser().prepare(call("minor").in(git)))
        .isInstanceOfSatisfying(
            ReleaseException.class, e -> assertThat(e.problem().code()).isEqualTo(Code.GIT_FAILED));

    assertThat(state()).isEqualTo(before);
  }

  @Test
  void theCommitOfTheLastReleaseMayBeReleasedAgain() {
    git.git("tag", "--delete", "v1.1.0");
    git.write("README.md", "cargo add engine@1.1.0\n").commit("docs: how to add it");
    git.annotatedTag("v1.1.0");
    Settings settings = settings().withCopies(CopySpec.parse("README.md"));

    PrepareResult result = releaser().prepare(new PrepareCall(settings).level("patch").in(git));

    assertThat(PrepareCall.text(result)).doesNotContain("RS435");
    assertThat(result.failed()).isFalse();
    assertThat(git.git("show", "v1.1.1:README.md")).isEqualTo("cargo add engine@1.1.1");
  }

  @Test
  void aFixThatWasPickedWithAConflictIsKnownByItsNote() {
    git.git("checkout", "--quiet", "-b", "hotfix/1.1", "v1.1.0");
    git.write("src/a.rs", "fixed").commit("fix: what crashed");
    String fix = git.head();
    releaser().prepare(call("patch").in(git));
    git.git("checkout", "--quiet", "main");
    git.write("src/b.rs", "fixed in another way")
        .commit("fix: what crashed\n\n(cherry picked from commit " + fix + ")");

    assertThat(releaser().prepare(call("minor").in(git)).failed()).isFalse();
  }

  /** Everything that prepare may touch: the branch, the index, the files, the tags. */
  private String state() {
    return state(git);
  }

  private static String state(GitSandbox git) {
    try {
      return String.join(
          "\n",
          git.git("rev-parse", "HEAD"),
          git.git("symbolic-ref", "HEAD"),
          git.git("for-each-ref"),
          git.git("status", "--porcelain=v1", "--untracked-files=all"),
          git.git("ls-files", "--stage"),
          Files.readString(git.path("Cargo.toml")),
          Files.readString(git.path("Cargo.lock")),
          Files.readString(git.path("pyproject.toml")),
          Files.exists(git.path("CHANGELOG.md"))
              ? Files.readString(git.path("CHANGELOG.md"))
                  + Files.exists(git.path("changelog.d/12.fix.md"))
              : "");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private GitSandbox remote() {
    GitSandbox remote = GitSandbox.init(temp.resolve("remote.git"), "--bare");
    git.git("remote", "add", "origin", remote.directory().toString());
    git.git("push", "--quiet", "--tags", "--set-upstream", "origin", "main");
    return remote;
  }

  private void hook(String name, String script) throws IOException {
    Path hook = git.path(".git/hooks/" + name);
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\n" + script + "\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();
  }

  private void run(String... argv) {
    assertThat(GitSandbox.runner().run(Command.of(temp, argv)).succeeded()).isTrue();
  }

  private static ReleaseSync releaser() {
    return new ReleaseSync(GitSandbox.runner());
  }

  private static PrepareCall call(String level) {
    return new PrepareCall(settings()).level(level);
  }

  private static Settings settings() {
    return Settings.ofGroups(GroupSpec.parse("engine=cargo:engine,pypi:engine"));
  }
}
