package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.SystemProcessRunner;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.publish.ExecutionListener;
import io.github.releasesync.publish.Outcome;
import io.github.releasesync.publish.ReleaseState;
import io.github.releasesync.publish.Timeouts;
import io.github.releasesync.rehearsal.ClientCheck;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.sandbox.RecordedRequest;
import io.github.releasesync.sandbox.Sandbox;
import io.github.releasesync.sandbox.SandboxOptions;
import io.github.releasesync.store.DirectoryStore;
import io.github.releasesync.testing.Examples;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.Toolchains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two crates, a wheel and an sdist, built once, published to registries on this machine. */
class PublishRealToolsTest {

  @TempDir static Path built;
  @TempDir Path temp;

  private static GitSandbox repository;
  private static Path dist;

  private Sandbox sandbox;
  private Path store;

  @BeforeAll
  static void build() {
    repository = Examples.repository("two-crates", built.resolve("two-crates"));
    dist = built(repository);
  }

  @BeforeEach
  void start() {
    sandbox = Sandbox.start(SandboxOptions.standard());
    store = repository.path(".release-sync/tally-cli-1.4.0");
  }

  @AfterEach
  void stop() {
    sandbox.close();
    repository.git("clean", "-xdfq", ".release-sync");
  }

  @Test
  void withoutLiveOnlyQuestionsAreSentAndNoTokenIsNeeded() {
    PublishResult result = publish(false, Map.of());

    assertThat(result.failed()).isFalse();
    assertThat(Printed.of(result).lastLine()).startsWith("Dry run: nothing was sent.");
    assertThat(texts(result)).filteredOn(line -> line.contains("to be sent")).hasSize(4);
    assertThat(sandbox.requests()).isNotEmpty().allMatch(r -> r.method().equals("GET"));
    assertThat(repository.path(".release-sync")).doesNotExist();
  }

  @Test
  void liveEverythingComesOutOnceAndRealClientsUseIt() throws IOException {
    PublishResult first = publish(true, tokens());

    assertThat(Printed.of(first).lastLine())
        .isEqualTo("Released tally-cli 1.4.0: every file was read back with its planned sha256");
    assertThat(uploads()).hasSize(4);
    assertThat(repository.git("status", "--porcelain")).isEmpty();

    PublishResult second = publish(true, tokens());
    assertThat(second.outcome().orElseThrow().isDone()).isTrue();
    assertThat(second.outcome().orElseThrow().artifacts()).allMatch(line -> line.sends() == 0);
    assertThat(uploads()).hasSize(4);
    assertThat(texts(publish(false, Map.of())))
        .filteredOn(line -> line.contains("already published"))
        .hasSize(4);

    Outcome outcome = second.outcome().orElseThrow();
    assertThat(
            new ClientCheck(
                    new SystemProcessRunner(System.getenv()),
                    sandbox,
                    new DirectoryStore(store),
                    Files.createDirectories(temp.resolve("clients")))
                .show(
                    outcome.plan(),
                    Optional.of(Toolchains.require("cargo").toString()),
                    Optional.of(Toolchains.require("python").toString())))
        .hasSize(2)
        .allMatch(proof -> proof.shown().equals(Optional.of(true)));
  }

  @Test
  void liveWithoutATokenNothingIsSentAtAll() {
    assertThatThrownBy(() -> publish(true, Map.of()))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> assertThat(e.problem().code()).isEqualTo(Code.TOKEN_MISSING));
    assertThat(sandbox.requests()).isEmpty();
    assertThat(repository.path(".release-sync")).doesNotExist();
  }

  @Test
  void aTokenThatIsRefusedLeavesANamedStateAndTheNextStep() {
    Map<String, String> wrong =
        Map.of("CARGO_REGISTRY_TOKEN", "cio-not-this", "PYPI_TOKEN", sandbox.tokens().pypi());

    PublishResult result = publish(true, wrong);

    assertThat(result.failed()).isTrue();
    Outcome outcome = result.outcome().orElseThrow();
    assertThat(outcome.state()).isEqualTo(ReleaseState.STAGED);
    assertThat(outcome.stopped().map(Problem::code)).contains(Code.UNAUTHORIZED);
    assertThat(texts(result))
        .contains(
            "  = state: staged",
            "  = next: correct the token or its rights, then run the same command again")
        .noneMatch(line -> line.contains("cio-not-this"));
    assertThat(uploads()).hasSize(1);
    assertThat(publish(true, tokens()).outcome().orElseThrow().isDone()).isTrue();
  }

  @Test
  void anotherBuildOfTheSameVersionIsNotMixedIn() throws IOException {
    GitSandbox own = Examples.repository("two-crates", temp.resolve("two-crates"));
    Map<String, String> refused =
        Map.of("CARGO_REGISTRY_TOKEN", "cio-not-this", "PYPI_TOKEN", "pypi-nor-this");
    publish(own, built(own), true, refused);
    own.write("core/src/other.rs", "// other bytes\n").commit("feat: other");
    Path other = built(own);

    assertThatThrownBy(() -> publish(own, other, true, tokens()))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> assertThat(e.problem().code()).isEqualTo(Code.OTHER_PLAN_STAGED));
    assertThat(uploads()).hasSize(1);
  }

  private PublishResult publish(boolean live, Map<String, String> environment) {
    return publish(repository, dist, live, environment);
  }

  private PublishResult publish(
      GitSandbox tree, Path files, boolean live, Map<String, String> environment) {
    PublishRequest request =
        new PublishRequest(
            tree.directory(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(files),
            Settings.none(),
            Optional.empty(),
            live,
            true,
            Optional.of(sandbox.cratesIndex()),
            Optional.of(sandbox.pypiUploadUrl()),
            Optional.of(sandbox.pypiIndexUrl()),
            Timeouts.rehearsal());
    return new ReleaseSync(new SystemProcessRunner(System.getenv()), environment)
        .publish(request, ExecutionListener.NONE);
  }

  private Map<String, String> tokens() {
    return Map.of(
        "CARGO_REGISTRY_TOKEN", sandbox.tokens().crates(),
        "PYPI_TOKEN", sandbox.tokens().pypi());
  }

  private List<RecordedRequest> uploads() {
    return sandbox.requests().stream().filter(r -> !r.method().equals("GET")).toList();
  }

  private static Path built(GitSandbox repository) {
    return new ReleaseSync(new SystemProcessRunner(System.getenv()), Examples.variables())
        .build(Examples.packaging(repository, Examples.withMaturin()), line -> {})
        .distDirectory();
  }

  private static List<String> texts(PublishResult result) {
    return Printed.of(result).lines().stream().map(ReportLine::text).toList();
  }
}
