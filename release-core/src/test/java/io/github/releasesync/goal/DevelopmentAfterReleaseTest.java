package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.settings.CopySpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.report.MavenWording;
import io.github.releasesync.testing.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DevelopmentAfterReleaseTest {

  private final ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());

  @TempDir Path temp;
  private GitSandbox git;

  @BeforeEach
  void aCrateAndItsProject() {
    git = GitSandbox.init(temp.resolve("engine")).withUser();
    git.write(
        "Cargo.toml",
        "[package]\nname = \"engine\"\nversion = \"1.1.0\"\ndescription = \"d\"\nlicense = \"MIT\"\n");
    git.write("Cargo.lock", "version = 4\n\n[[package]]\nname = \"engine\"\nversion = \"1.1.0\"\n");
    git.write("pyproject.toml", "[project]\nname = \"engine\"\nversion = \"1.1.0\"\n");
    git.write("README.md", "cargo add engine@1.1.0\n");
    git.write("CHANGELOG.md", "# Changelog\n\n## [1.1.0] - 2026-01-01\n\n- all\n");
    git.commit("chore: release").annotatedTag("v1.1.0");
    git.write("src/lib.rs", "").commit("feat: something new");
  }

  @ParameterizedTest
  @CsvSource({
    "minor, patch, 1.2.0, 1.2.1-dev.0, 1.2.1.dev0",
    "minor, minor, 1.2.0, 1.3.0-dev.0, 1.3.0.dev0",
    "minor, major, 1.2.0, 2.0.0-dev.0, 2.0.0.dev0",
    "minor-rc, minor, 1.2.0-rc.1, 1.2.0-dev.0, 1.2.0.dev0"
  })
  void aCommitAfterTheTagHasTheVersionThatIsDeveloped(
      String level, String part, String released, String cargo, String python) {
    PrepareResult result = releaser.prepare(call().level(level).development(part).in(git));

    assertThat(result.failed()).isFalse();
    assertThat(git.git("rev-parse", "v" + released + "^{commit}"))
        .isEqualTo(git.git("rev-parse", "HEAD^"));
    assertThat(git.git("show", "HEAD^:Cargo.toml")).contains("\"" + released + "\"");
    assertThat(git.git("show", "HEAD:Cargo.toml")).contains("version = \"" + cargo + "\"");
    assertThat(git.git("show", "HEAD:pyproject.toml")).contains("version = \"" + python + "\"");
    assertThat(git.git("diff", "--name-only", "HEAD^", "HEAD").lines())
        .containsExactly("Cargo.lock", "Cargo.toml", "pyproject.toml");
    assertThat(git.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void thePreviewSaysTheSame() {
    String before = state();
    PrepareResult preview =
        releaser.prepare(call().level("minor").development("patch").dry().in(git));
    assertThat(state()).isEqualTo(before);

    PrepareResult done = releaser.prepare(call().level("minor").development("patch").in(git));

    assertThat(Printed.of(preview).lines()).isEqualTo(Printed.of(done).lines());
    assertThat(PrepareCall.text(done))
        .containsSubsequence(
            "commit   align: release 1.2.0\n",
            "tag      v1.2.0\n",
            "then     align: develop 1.2.1-dev in Cargo.lock, Cargo.toml, pyproject.toml\n",
            "To push it: git remote add origin URL, then git push --atomic origin main v1.2.0\n");
    assertThat(git.git("log", "-1", "--format=%B").strip()).isEqualTo("align: develop 1.2.1-dev");
  }

  @Test
  void copiesGoOnStatingWhatIsReleased() {
    Settings settings = settings().withCopies(CopySpec.parse("README.md"));

    releaser.prepare(new PrepareCall(settings).level("minor").development("patch").in(git));

    assertThat(git.git("show", "HEAD:README.md").strip()).isEqualTo("cargo add engine@1.2.0");
  }

  @Test
  void theNextReleaseFinishesIt() {
    releaser.prepare(call().level("minor").development("minor").in(git));
    git.write("src/lib.rs", "x").commit("fix: something old");

    assertThat(PrepareCall.text(releaser.prepare(call().level("patch").in(git))))
        .contains("engine  1.3.0-dev -> 1.3.0  (patch)");
  }

  @Test
  void rollbackUndoesBothCommits() {
    String before = state();
    releaser.prepare(call().level("minor").development("patch").in(git));

    releaser.rollback(git.directory(), Optional.empty(), false, false);

    assertThat(state()).isEqualTo(before);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the hook is a shell script")
  void aHookThatRefusesTheSecondCommitTakesBackTheRelease() throws IOException {
    String before = state();
    Path hook = git.path(".git/hooks/commit-msg");
    Files.createDirectories(hook.getParent());
    Files.writeString(hook, "#!/bin/sh\n! grep -q develop \"$1\"\n");
    assertThat(hook.toFile().setExecutable(true)).isTrue();

    assertThatThrownBy(() -> releaser.prepare(call().level("minor").development("patch").in(git)))
        .isInstanceOfSatisfying(
            ReleaseException.class, e -> assertThat(e.problem().code()).isEqualTo(Code.GIT_FAILED));

    assertThat(state()).isEqualTo(before);
  }

  @Test
  void bothCommitsArePushed() {
    GitSandbox remote = GitSandbox.init(temp.resolve("remote.git"));
    remote.git("config", "core.bare", "true");
    git.git("remote", "add", "origin", remote.directory().toString());

    releaser.prepare(call().level("minor").development("patch").pushed().in(git));

    assertThat(remote.git("rev-parse", "refs/heads/main")).isEqualTo(git.git("rev-parse", "HEAD"));
    assertThat(remote.git("rev-parse", "v1.2.0^{commit}")).isEqualTo(git.git("rev-parse", "HEAD^"));
  }

  @Test
  void nothingIsDevelopedOnAReleaseThatIsTaggedLater() {
    assertThatThrownBy(
            () -> releaser.prepare(call().level("minor").development("minor").untagged().in(git)))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e ->
                assertThat(MavenWording.DECLARED.text(e.problem().help()))
                    .endsWith("mvn release-sync:bump -Drelease-sync.level=minor-development"));
  }

  @Test
  void theDistanceIsAPart() {
    assertThatThrownBy(() -> PrepareRequest.developmentLevel("1.3.0-SNAPSHOT"))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> assertThat(e.problem().code()).isEqualTo(Code.CONFIGURATION_INVALID));
    assertThat(PrepareRequest.developmentLevel("none")).isEmpty();
    assertThat(PrepareRequest.developmentLevel(null)).isEmpty();
  }

  /** Branch, tags, index and files. */
  private String state() {
    return Map.of(
            "head", git.git("rev-parse", "HEAD", "main"),
            "tags", git.git("for-each-ref", "refs/tags"),
            "index", git.git("ls-files", "--stage"),
            "status", git.git("status", "--porcelain"))
        .toString();
  }

  private static PrepareCall call() {
    return new PrepareCall(settings());
  }

  private static Settings settings() {
    return Settings.ofGroups(GroupSpec.parse("engine=cargo:engine,pypi:engine"));
  }
}
