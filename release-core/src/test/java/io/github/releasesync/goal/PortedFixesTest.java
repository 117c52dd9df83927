package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.testing.GitSandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fixes that are on two branches in different forms: which one was first does not matter. */
class PortedFixesTest {

  @TempDir Path temp;
  private GitSandbox git;

  @BeforeEach
  void aReleaseThatIsDevelopedFurther() {
    git = GitSandbox.init(temp.resolve("engine")).withUser();
    git.write(
        "Cargo.toml",
        """
        [package]
        name = "engine"
        version = "1.1.0"
        description = "d"
        license = "MIT"
        """);
    git.write("pyproject.toml", "[project]\nname = \"engine\"\nversion = \"1.1.0\"\n");
    git.write("code", "one\ntwo\n").commit("chore: release").annotatedTag("v1.1.0");
    git.write("code", "one\ntwo\nthree\n").commit("feat: three");
  }

  @Test
  void c4AFixThatWentToMainFirstIsNotMissingThere() {
    git.write("code", "one\nTWO\nthree\n").commit("fix: two is right");
    String fix = git.head();
    hotfix("fix: two is right\n\n(cherry picked from commit " + fix + ")");

    assertThat(blocked()).isFalse();
  }

  @Test
  void aFixThatBothBranchesPickedFromAThirdIsNotMissing() {
    git.git("switch", "--quiet", "--create", "third");
    git.write("code", "one\nTwo\nthree\n").commit("fix: two");
    String note = "\n\n(cherry picked from commit " + git.head() + ")";
    git.git("switch", "--quiet", "main");
    git.write("code", "one\nTWO\nthree\n").commit("fix: two is right" + note);
    hotfix("fix: two again" + note);

    assertThat(blocked()).isFalse();
  }

  @Test
  void c4TheSameTitleWithTheSameNumberIsTheSameFix() {
    git.write("code", "one\nTWO\nthree\n").commit("fix: two is right (#20)");
    hotfix("fix: two is right (#20)");

    assertThat(blocked()).isFalse();
  }

  @Test
  void theSameTitleAloneIsNot() {
    git.write("code", "one\nTWO\nthree\n").commit("fix: two is right");
    hotfix("fix: two is right");

    assertThat(blocked()).isTrue();
  }

  @Test
  void aFixThatWasPickedFromWhereHeadDoesNotComeIsMissing() {
    git.git("switch", "--quiet", "--create", "third");
    git.write("code", "one\nTwo\nthree\n").commit("fix: two");
    String fix = git.head();
    git.git("switch", "--quiet", "main");
    hotfix("fix: two is right (#20)\n\n(cherry picked from commit " + fix + ")");

    assertThat(blocked()).isTrue();
  }

  /** A fix on 1.1 that was made in other words, and its release. */
  private void hotfix(String message) {
    git.git("switch", "--quiet", "--create", "hotfix/1.1", "v1.1.0");
    git.write("code", "uno\ntwo\n").commit("chore: words");
    git.write("code", "uno\nTWO\n").commit(message);
    assertThat(new ReleaseSync(GitSandbox.runner()).prepare(call("patch").in(git)).failed())
        .isFalse();
    git.git("switch", "--quiet", "main");
  }

  private boolean blocked() {
    PrepareResult result =
        new ReleaseSync(GitSandbox.runner()).prepare(call("minor").dry().in(git));
    assertThat(PrepareCall.text(result).contains("RS436")).isEqualTo(result.blocked());
    return result.blocked();
  }

  private static PrepareCall call(String level) {
    return new PrepareCall(KilledRun.settings()).level(level);
  }
}
