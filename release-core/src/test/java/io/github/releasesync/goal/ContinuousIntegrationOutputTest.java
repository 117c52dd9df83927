package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.testing.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a CI service is told, and when. */
class ContinuousIntegrationOutputTest {

  @TempDir Path temp;

  private GitSandbox git;

  @BeforeEach
  void aRepositoryWithAWarningInAFolder() {
    git = GitSandbox.init(temp.resolve("repository"));
    git.write("api/setup.cfg", "[metadata]\nname = x\nversion = 1.0-rc1\n").commit("begin");
  }

  @Test
  void withoutAServiceNobodyIsTold() {
    assertThat(check(Map.of("GITHUB_ACTIONS", "false")).annotations()).isEmpty();
  }

  @Test
  void aFolderOfTheRepositoryIsToldByItsWholePath() throws IOException {
    CheckResult result = check(Map.of("GITHUB_ACTIONS", "true"));
    assertThat(result.annotations())
        .singleElement()
        .asString()
        .startsWith("::warning file=api/setup.cfg,line=3,col=11,title=RS104::");
    assertThat(Files.readString(git.path("api/target/release-sync/check.sarif")))
        .contains("\"uri\": \"api/setup.cfg\"");
  }

  @Test
  void theSummaryIsAppended() throws IOException {
    Path summary = Files.writeString(temp.resolve("summary"), "before\n");
    check(Map.of("GITHUB_STEP_SUMMARY", summary.toString()));
    assertThat(Files.readString(summary)).startsWith("before\n### release-sync: in sync\n");
  }

  @Test
  void aSummaryThatIsFullStaysAsItIs() throws IOException {
    Path summary = Files.write(temp.resolve("summary"), new byte[900 * 1024]);
    assertThat(check(Map.of("GITHUB_STEP_SUMMARY", summary.toString())).failed()).isFalse();
    assertThat(Files.size(summary)).isEqualTo(900 * 1024);
  }

  @Test
  void aSummaryThatCannotBeWrittenIsSaidAndFailsNothing() {
    CheckResult result =
        check(Map.of("GITHUB_STEP_SUMMARY", temp.resolve("no/such/folder").toString()));
    assertThat(result.failed()).isFalse();
    assertThat(result.lines())
        .anyMatch(line -> line.text().startsWith("no step summary: GITHUB_STEP_SUMMARY names "));
  }

  private CheckResult check(Map<String, String> environment) {
    return new ReleaseSync(GitSandbox.runner(), environment)
        .check(
            new CheckRequest(
                git.directory(),
                Optional.of(Path.of("api")),
                Optional.empty(),
                List.of(),
                FailOn.ERROR));
  }
}
