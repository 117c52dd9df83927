package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commits, changelogs and commands of git as users reported them, each with its smallest input. */
class ReportedHistoriesTest {

  @TempDir Path temp;
  private ReportedRepository r;

  @BeforeEach
  void anEngine() {
    r = new ReportedRepository(temp.resolve("r"));
    r.crate(".", "engine", "1.0.0");
  }

  private PrepareResult prepare(String level) {
    return new ReleaseSync(GitSandbox.runner())
        .prepare(new PrepareCall(Settings.none()).level(level).in(r.git()));
  }

  @Test
  void c16ASquashedPullRequestWithAnInnerRevert() {
    r.commit("feat: first").tag("v1.0.0");
    r.commit(
        """
        Squashed things (#9)

        * feat: b

        * Revert "feat: a"

        This reverts commit 1111111111111111111111111111111111111111.

        * fix: other
        """);
    assertThat(r.proposals()).containsExactly("engine 1.1.0 v1.1.0");
    assertThat(r.printed("auto")).contains("because 1 feature since v1.0.0");
  }

  @Test
  void c21ABranchThatIsNamedLikeTheTag() {
    r.commit("feat: first").tag("v1.0.0");
    r.git().git("branch", "v1.1.0");
    r.commit("feat: more");
    assertThat(PrepareCall.text(prepare("auto")))
        .contains("git push --atomic origin main refs/tags/v1.1.0");
  }

  private String changelog(String heading) {
    r.write(
        "CHANGELOG.md",
        "# Changelog\n\n"
            + heading
            + "\n\n- hand written note\n\n## 1.0.0 (2026-01-01)\n\n- First.\n");
    r.commit("feat: first").tag("v1.0.0");
    r.commit("feat: more");
    prepare("minor");
    return r.git().git("show", "v1.1.0:CHANGELOG.md");
  }

  @Test
  void c22NotesUnderNext() {
    assertThat(changelog("## Next"))
        .startsWith("# Changelog\n\n## Next\n\n## 1.1.0 (2026-03-04)\n\n- hand written note\n");
  }

  @Test
  void c27FootersThatABotQuotes() {
    r.commit("feat: first").tag("v1.0.0");
    r.git().write("deps.txt", "2");
    r.git().git("add", "-A");
    r.git()
        .git(
            "commit",
            "-q",
            "--author=dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>",
            "-m",
            """
            chore(deps): bump foo from 1 to 2 (#5)

            <details>
            <blockquote>

            BREAKING CHANGE: upstream drops y

            </blockquote>
            </details>

            Signed-off-by: dependabot[bot] <support@github.com>
            """);
    assertThat(r.proposals()).isEmpty();
  }
}
