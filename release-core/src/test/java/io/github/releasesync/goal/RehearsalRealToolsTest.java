package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.process.SystemProcessRunner;
import io.github.releasesync.publish.ArtifactState;
import io.github.releasesync.publish.Outcome;
import io.github.releasesync.publish.Timeouts;
import io.github.releasesync.report.ProgressText;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.testing.Examples;
import io.github.releasesync.testing.GitSandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples, rehearsed from the tree to real clients, without a network or a token. */
class RehearsalRealToolsTest {

  @TempDir Path temp;

  private final List<String> said = new ArrayList<>();

  @Test
  void theQuickstartComesOutAndCargoAndPipUseIt() {
    GitSandbox repository = example("quickstart");

    RehearsalResult result = rehearse(repository, Examples.withMaturin());

    assertRehearsed(result, 3);
    assertShown(
        result,
        "cargo builds a consumer of quickstart-engine 0.3.0",
        "pip installs quickstart-engine==0.3.0");
    assertUntouched(repository);
  }

  @Test
  void twoCratesComeOutInTheOrderOfTheirNeeds() {
    GitSandbox repository = example("two-crates");

    RehearsalResult result = rehearse(repository, Examples.withMaturin());

    assertRehearsed(result, 4);
    assertThat(names(result)).startsWith("tally-core-1.4.0.crate", "tally-cli-1.4.0.crate");
    assertThat(names(result).get(3)).isEqualTo("tally_cli-1.4.0.tar.gz");
    assertShown(
        result, "cargo builds a consumer of tally-core 1.4.0", "pip installs tally-cli==1.4.0");
    assertUntouched(repository);
  }

  @Test
  void aPurePythonProjectComesOutAndPythonImportsIt() {
    GitSandbox repository = example("pure-python");

    RehearsalResult result = rehearse(repository, Examples.withPython());

    assertRehearsed(result, 2);
    assertShown(result, "pip installs tally-words==2.1.0, and Python imports tally_words");
    assertUntouched(repository);
  }

  @Test
  void afterADoneRehearsalTheNextStartsAfresh() {
    GitSandbox repository = example("quickstart");
    BuildOptions options = Examples.withMaturin();
    rehearse(repository, options);

    RehearsalResult second = rehearse(repository, options);

    assertRehearsed(second, 3);
    assertThat(second.outcome().orElseThrow().artifacts()).allMatch(line -> line.sends() == 1);
  }

  private GitSandbox example(String name) {
    return Examples.repository(name, temp.resolve(name));
  }

  private RehearsalResult rehearse(GitSandbox repository, BuildOptions options) {
    RehearsalRequest request =
        new RehearsalRequest(
            Examples.packaging(repository, options),
            "",
            Timeouts.rehearsal(),
            RehearsalRequest.OnMissingTool.FAIL);
    return new ReleaseSync(new SystemProcessRunner(System.getenv()), Examples.variables())
        .rehearse(request, new ProgressText(line -> said.add(line.text())));
  }

  private static void assertRehearsed(RehearsalResult result, int files) {
    assertThat(result.failed()).as(Printed.of(result).lines().toString()).isFalse();
    assertThat(Printed.of(result).lastLine()).startsWith("Rehearsed: ").endsWith(files + " files");
    Outcome outcome = result.outcome().orElseThrow();
    assertThat(outcome.isDone()).isTrue();
    assertThat(outcome.artifacts())
        .hasSize(files)
        .allMatch(line -> line.state() == ArtifactState.VERIFIED);
  }

  private static void assertShown(RehearsalResult result, String... proofs) {
    List<String> shown =
        Printed.of(result).lines().stream()
            .filter(line -> line.severity() == Severity.INFO)
            .map(ReportLine::text)
            .filter(text -> text.startsWith("    ok "))
            .toList();
    assertThat(shown).as(Printed.of(result).lines().toString()).hasSameSizeAs(proofs);
    for (String proof : proofs) {
      assertThat(shown).anyMatch(text -> text.contains(proof));
    }
  }

  /** Not even ignored files appear, but for those below target. */
  private static void assertUntouched(GitSandbox repository) {
    assertThat(
            repository.git("status", "--porcelain", "--ignored", "--untracked-files=all").lines())
        .allMatch(line -> line.startsWith("!! target/"));
    assertThat(repository.path(".release-sync")).doesNotExist();
  }

  private static List<String> names(RehearsalResult result) {
    return result.outcome().orElseThrow().artifacts().stream()
        .map(line -> line.artifact().artifact().filename())
        .toList();
  }
}
