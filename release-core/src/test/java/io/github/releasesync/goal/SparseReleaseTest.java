package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A work tree without the manifest of a member of the group that is changed. */
class SparseReleaseTest {

  @TempDir Path temp;
  private final ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());
  private GitSandbox git;

  @BeforeEach
  void aCrateAndItsPythonPackage() {
    git = GitSandbox.init(temp.resolve("engine")).withUser();
    git.write("Cargo.toml", crate("engine", "1.0.0"));
    git.write(
        "python/pyproject.toml",
        """
        [build-system]
        requires = ["maturin>=1"]
        build-backend = "maturin"
        [project]
        name = "engine"
        version = "1.0.0"
        [tool.maturin]
        manifest-path = "../Cargo.toml"
        """);
    git.write("other/Cargo.toml", "[workspace]\n" + crate("other", "0.3.0"));
    git.write("src/lib.rs", "");
    git.commit("feat: first").annotatedTag("v1.0.0");
    git.write("src/more.rs", "").commit("feat: more");
  }

  @Test
  void c1PrepareBumpSyncAndTagRefuseWithoutAMember() {
    git.git("sparse-checkout", "set", "--cone", "src", "other");
    String before = RepositoryState.of(git);

    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> releaser.prepare(prepare(Settings.none())),
            () -> releaser.tag(prepare(Settings.none())),
            () -> releaser.sync(change(Settings.none())),
            () -> releaser.bump(change(Settings.none()), "minor", BumpOptions.none()))) {
      Problem problem = refusal(call);
      assertThat(problem.place()).hasToString("python/pyproject.toml");
      assertThat(problem.help().toString()).startsWith("git sparse-checkout add python; ");
    }
    assertThat(RepositoryState.of(git)).isEqualTo(before);

    git.type("git sparse-checkout add python");
    assertThat(releaser.prepare(prepare(Settings.none())).failed()).isFalse();
    assertThat(git.git("show", "v1.1.0:python/pyproject.toml")).contains("version = \"1.1.0\"");
  }

  @Test
  void configuredGroupsAreRefusedInTheSameWay() {
    git.git("sparse-checkout", "set", "--cone", "src");
    Settings settings = Settings.ofGroups(GroupSpec.parse("engine=cargo:engine,pypi:engine"));

    assertThat(refusal(() -> releaser.prepare(prepare(settings))).place())
        .hasToString("python/pyproject.toml");
  }

  @Test
  void aGroupThatIsNotHereAtAllDoesNotMatter() {
    git.git("sparse-checkout", "set", "--cone", "src", "python");

    assertThat(releaser.prepare(prepare(Settings.none())).failed()).isFalse();
    assertThat(git.git("tag").lines()).contains("v1.1.0");
  }

  @Test
  void aFileThatIsSkippedWithoutASparseCheckoutIsNamedWithItsOwnCommand() throws Exception {
    git.git("update-index", "--skip-worktree", "python/pyproject.toml");
    Files.delete(git.path("python/pyproject.toml"));

    String help = refusal(() -> releaser.prepare(prepare(Settings.none()))).help().toString();

    git.type(help.substring(help.indexOf("git update-index")));
    assertThat(releaser.prepare(prepare(Settings.none())).failed()).isFalse();
  }

  @Test
  void checkNamesWhatIsLeftOut() {
    git.git("sparse-checkout", "set", "--cone", "src", "other");

    assertThat(
            releaser
                .check(
                    new CheckRequest(
                        git.directory(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        FailOn.ERROR))
                .assessment()
                .findings())
        .filteredOn(finding -> finding.code() == Code.MANIFEST_LEFT_OUT)
        .extracting(Problem::message)
        .containsExactly("left out: 1 manifest outside the sparse checkout: python/pyproject.toml");
  }

  private Problem refusal(ThrowingCallable call) {
    ReleaseException refused = catchThrowableOfType(ReleaseException.class, call);
    assertThat(refused).isNotNull();
    assertThat(refused.problem().code()).isEqualTo(Code.MANIFEST_LEFT_OUT);
    return refused.problem();
  }

  private PrepareRequest prepare(Settings settings) {
    return new PrepareCall(settings).level("minor").group("engine").in(git);
  }

  private ChangeRequest change(Settings settings) {
    return new ChangeRequest(
        git.directory(), Optional.empty(), settings, Optional.empty(), false, Optional.empty());
  }

  private static String crate(String name, String version) {
    return """
        [package]
        name = "%s"
        version = "%s"
        description = "d"
        license = "MIT"
        """
        .formatted(name, version);
  }
}
