package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.report.ContinuousIntegrationOutput;
import io.github.releasesync.report.MavenWording;
import io.github.releasesync.report.ReportLine;
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

/** Output of check for a CI service. */
class ContinuousIntegrationOutputTest {

  @TempDir Path temp;

  private GitSandbox git;

  @BeforeEach
  void aRepositoryWithAWarningInAFolder() {
    git = GitSandbox.init(temp.resolve("repository"));
    git.write("api/setup.cfg", "[metadata]\nname = x\nversion = 1.0-rc1\n").commit("begin");
  }

  @Test
  void withoutAServiceThereAreNoAnnotations() {
    assertThat(output(Map.of("GITHUB_ACTIONS", "false")).annotations(check())).isEmpty();
  }

  @Test
  void aFolderOfTheRepositoryIsToldByItsWholePath() throws IOException {
    assertThat(output(Map.of("GITHUB_ACTIONS", "true")).annotations(check()))
        .singleElement()
        .asString()
        .startsWith("::warning file=api/setup.cfg,line=3,col=11,title=RS104::");
    assertThat(Files.readString(git.path("api/target/release-sync/check.sarif")))
        .contains("\"uri\": \"api/setup.cfg\"");
  }

  @Test
  void theSummaryIsAppended() throws IOException {
    Path summary = Files.writeString(temp.resolve("summary"), "before\n");
    assertThat(summarized(summary)).isEmpty();
    assertThat(Files.readString(summary)).startsWith("before\n### release-sync: in sync\n");
  }

  @Test
  void aSummaryThatIsFullStaysAsItIs() throws IOException {
    Path summary = Files.write(temp.resolve("summary"), new byte[900 * 1024]);
    assertThat(summarized(summary)).isEmpty();
    assertThat(Files.size(summary)).isEqualTo(900 * 1024);
  }

  @Test
  void aSummaryThatCannotBeWrittenIsSaidAndFailsNothing() {
    assertThat(summarized(temp.resolve("no/such/folder")))
        .hasValueSatisfying(
            line ->
                assertThat(line.text()).startsWith("no step summary: GITHUB_STEP_SUMMARY names "));
  }

  private Optional<ReportLine> summarized(Path file) {
    CheckResult result = check();
    return output(Map.of("GITHUB_STEP_SUMMARY", file.toString()))
        .summarize(result, Printed.of(result).lastLine());
  }

  private static ContinuousIntegrationOutput output(Map<String, String> environment) {
    return new ContinuousIntegrationOutput(environment, MavenWording.DECLARED);
  }

  private CheckResult check() {
    return new ReleaseSync(GitSandbox.runner())
        .check(
            new CheckRequest(
                git.directory(),
                Optional.of(Path.of("api")),
                Optional.of(Path.of("target/release-sync")),
                List.of(),
                FailOn.ERROR));
  }
}
