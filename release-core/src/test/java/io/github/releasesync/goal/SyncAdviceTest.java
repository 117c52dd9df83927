package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.settings.RuleSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the last line of a check names sync, and that sync keeps it. */
class SyncAdviceTest {

  private final ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());

  @TempDir Path temp;
  private GitSandbox git;

  /**
   * A stale lock, which is an error, and a lightweight tag, which these tests make a warning, and
   * which no edit of a lock makes another one.
   */
  @BeforeEach
  void repository() throws IOException {
    git = GitSandbox.init(temp.toRealPath().resolve("repository"));
    git.write(
        "Cargo.toml",
        "[package]\nname = \"engine\"\nversion = \"1.2.0\"\ndescription = \"d\"\nlicense = \"MIT\"\n");
    git.write("Cargo.lock", "version = 4\n\n[[package]]\nname = \"engine\"\nversion = \"1.1.0\"\n");
    git.commit("feat: first").tag("v1.2.0");
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR, fixes the error",
    "WARNING, fixes 1 of them; fix the other by hand (above)",
    "NEVER, fixes the error"
  })
  void whatCountsIsWhatFailsTheBuild(FailOn failOn, String advice) {
    assertThat(lastLine("", List.of(), failOn))
        .startsWith("1 error, 1 warning. Out of sync: mvn release-sync:sync " + advice + " (");
  }

  @Test
  void whereOnlyWarningsDisagreeTheyCount() {
    assertThat(lastLine("", RuleSpec.parse("RS201=warning"), FailOn.ERROR))
        .startsWith(
            "2 warnings. Out of sync: mvn release-sync:sync fixes 1 of them; fix the other by hand (above) (");
  }

  @Test
  void aSyncThatRefusesIsNotAdvised() {
    git.write("pyproject.toml", "[project]\nname = \"engine\"\nversion = \"1.\\u0031.0\"\n");
    assertThat(lastLine("engine=cargo:engine,pypi:engine", List.of(), FailOn.ERROR))
        .startsWith("2 errors, 1 warning. Out of sync: fix the findings above");
  }

  /** A sync reads all or nothing, whatever the rules make of what cannot be read. */
  @Test
  void whatCannotBeReadIsNotSyncedWhereItIsOnlyAWarning() {
    git.write("broken/pyproject.toml", "[project\n");
    List<RuleSpec> rules = List.of(RuleSpec.of("RS010", "warning", null, "broken/**"));
    assertThat(lastLine("", rules, FailOn.ERROR))
        .startsWith("1 error, 2 warnings. Out of sync: fix the findings above");
  }

  @Test
  void outsideGitItIsAdvisedToo() throws IOException {
    Path folder = temp.toRealPath().resolve("plain");
    GitSandbox plain = GitSandbox.at(folder);
    plain.write("Cargo.toml", "[package]\nname = \"engine\"\nversion = \"1.2.0\"\n");
    plain.write(
        "Cargo.lock", "version = 4\n\n[[package]]\nname = \"engine\"\nversion = \"1.1.0\"\n");
    git = plain;
    assertThat(lastLine("", List.of(), FailOn.ERROR))
        .startsWith("1 error. Out of sync: mvn release-sync:sync fixes it (");
  }

  /** The last line, after it was taken at its word. */
  private String lastLine(String groups, List<RuleSpec> rules, FailOn failOn) {
    Path root = git.directory();
    List<RuleSpec> all = new ArrayList<>(RuleSpec.parse("RS112=warning"));
    all.addAll(rules);
    CheckRequest request =
        new CheckRequest(
            root,
            Optional.of(root),
            Optional.of(Path.of("target/release-sync")),
            Settings.ofGroups(GroupSpec.parse(groups)),
            all,
            failOn);
    CheckResult checked = releaser.check(request);
    new SyncPromise(releaser, request, checked).keep();
    return Printed.of(checked).lastLine();
  }
}
