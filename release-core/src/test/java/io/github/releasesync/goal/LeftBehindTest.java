package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.settings.CopySpec;
import io.github.releasesync.project.settings.RuleSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies of a version that a release forgets: told before its tag exists, and at the tag. */
class LeftBehindTest {

  private static final String[] FORGOTTEN = {
    "CITATION.cff", "README.md", "python/engine/__init__.py"
  };

  @TempDir Path temp;
  private final ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());
  private GitSandbox git;

  @BeforeEach
  void aReleaseWithThreeCopies() {
    git = GitSandbox.init(temp.resolve("engine")).withUser();
    git.write(
        "Cargo.toml",
        """
        [package]
        name = "engine"
        version = "1.0.0"
        description = "d"
        license = "MIT"
        """);
    git.write(
        "pyproject.toml",
        """
        [build-system]
        requires = ["maturin>=1"]
        build-backend = "maturin"
        [project]
        name = "engine"
        version = "1.0.0"
        """);
    git.write("CHANGELOG.md", "# Changelog\n\n## 1.0.0 - 2026-01-01\n\n- First.\n");
    git.write("python/engine/__init__.py", "__version__ = \"1.0.0\"\n");
    git.write("README.md", "Install: `engine = \"1.0.0\"`\n");
    git.write("CITATION.cff", "title: engine\nversion: 1.0.0\n");
    git.commit("feat: a").annotatedTag("v1.0.0");
    git.write("src/lib.rs", "").commit("feat: b");
  }

  @Test
  void c2PrepareWarnsOfWhatItLeavesBehindAndCheckFindsItAtTheTag() throws IOException {
    PrepareResult result = releaser.prepare(call().in(git));

    assertThat(result.failed()).isFalse();
    assertThat(files(result.guards().leftBehind())).containsExactly(FORGOTTEN);
    assertThat(PrepareCall.text(result))
        .contains("warning[RS231] README.md:1:21: this still says 1.0.0, as at v1.0.0");
    String json = Files.readString(git.path("target/release-sync/prepare.json"));
    assertThat(JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("leftBehind").asList())
        .hasSize(FORGOTTEN.length);
    assertThat(files(stale())).containsExactly(FORGOTTEN);
    git.git("switch", "--quiet", "--detach");
    assertThat(files(stale())).containsExactly(FORGOTTEN);
  }

  @Test
  void c2WithARuleThatMakesItAnErrorNothingIsReleased() {
    String before = RepositoryState.of(git);

    PrepareResult result = releaser.prepare(call().rules("RS231=error").in(git));

    assertThat(result.blocked()).isTrue();
    assertThat(PrepareCall.text(result))
        .contains("error[RS435] CITATION.cff:2:10: check reports RS231 x3");
    assertThat(RepositoryState.of(git)).isEqualTo(before);
  }

  @Test
  void aRuleThatSwitchesItOffIsObeyed() {
    PrepareResult result = releaser.prepare(call().rules("RS231=off:as intended").in(git));

    assertThat(result.guards().leftBehind()).isEmpty();
    assertThat(PrepareCall.text(result)).doesNotContain("RS231");
  }

  @Test
  void c2TagDoesLikewise() {
    releaser.prepare(call().untagged().in(git));

    assertThat(releaser.tag(call().rules("RS231=error").in(git)).blocked()).isTrue();
    assertThat(git.git("tag").lines()).containsExactly("v1.0.0");
    TagResult result = releaser.tag(call().in(git));
    assertThat(files(result.guards().leftBehind())).containsExactly(FORGOTTEN);
    assertThat(PrepareCall.text(result)).contains("warning[RS231] README.md");
    assertThat(git.git("tag").lines()).contains("v1.1.0");
  }

  @Test
  void whatIsConfiguredIsNotLeftBehind() {
    PrepareResult result =
        releaser.prepare(
            new PrepareCall(
                    Settings.none()
                        .withCopies(
                            CopySpec.parse("README.md;CITATION.cff;python/engine/__init__.py")))
                .level("minor")
                .in(git));

    assertThat(result.guards().leftBehind()).isEmpty();
    assertThat(stale()).isEmpty();
  }

  /** Two changes at once: what is not committed yet is compared with the tag at HEAD. */
  @Test
  void afterABumpUponTheTagTheCopiesOfTheTagAreForgotten() {
    git.write("README.md", "Install: `engine = \"1.1.0\"`\n").commit("docs: ahead");
    releaser.prepare(call().in(git));
    releaser.bump(KilledRun.change(git.directory()), "minor", BumpOptions.none());

    assertThat(files(stale())).contains("README.md");
  }

  private List<Problem> stale() {
    return releaser
        .check(
            new CheckRequest(
                git.directory(),
                Optional.empty(),
                Optional.empty(),
                Settings.none(),
                List.<RuleSpec>of(),
                FailOn.ERROR))
        .assessment()
        .findings()
        .stream()
        .filter(finding -> finding.code() == Code.STALE_COPY)
        .toList();
  }

  private static Stream<String> files(List<Problem> problems) {
    return problems.stream().map(problem -> problem.place().file());
  }

  private static PrepareCall call() {
    return new PrepareCall(Settings.none()).level("minor");
  }
}
