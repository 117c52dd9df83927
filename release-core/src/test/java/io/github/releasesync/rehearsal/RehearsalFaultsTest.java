package io.github.releasesync.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.git.Git;
import io.github.releasesync.goal.BuildOptions;
import io.github.releasesync.goal.RehearsalRequest;
import io.github.releasesync.goal.RehearsalResult;
import io.github.releasesync.goal.RehearsedRelease;
import io.github.releasesync.http.HttpSettings;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.process.ProgramNotFoundException;
import io.github.releasesync.process.SystemProcessRunner;
import io.github.releasesync.publish.Outcome;
import io.github.releasesync.publish.ReleaseState;
import io.github.releasesync.publish.SystemTiming;
import io.github.releasesync.publish.Timeouts;
import io.github.releasesync.report.MavenWording;
import io.github.releasesync.report.ReleaseJson;
import io.github.releasesync.report.ReleaseText;
import io.github.releasesync.sandbox.Fault;
import io.github.releasesync.sandbox.Faults;
import io.github.releasesync.sandbox.RecordedRequest;
import io.github.releasesync.sandbox.Sandbox;
import io.github.releasesync.testing.Examples;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.JsonSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every fault does to the rehearsal of two crates, a wheel and an sdist, and how the next run
 * goes on. The files are built once; no clients are run.
 */
class RehearsalFaultsTest {

  @TempDir static Path built;
  @TempDir Path temp;

  private static GitSandbox repository;
  private static Path dist;

  private final List<Sandbox> registries = new ArrayList<>();

  @BeforeAll
  static void build() {
    repository = Examples.repository("two-crates", built.resolve("two-crates"));
    dist =
        new ReleaseSync(new SystemProcessRunner(System.getenv()), Examples.variables())
            .build(Examples.packaging(repository, Examples.withMaturin()), line -> {})
            .distDirectory();
  }

  /** What a fault comes to; no code where the rehearsal copes with it. */
  private record Expected(String fault, ReleaseState state, Code code) {

    static Expected done(String fault) {
      return new Expected(fault, ReleaseState.DONE, null);
    }

    static Expected stop(String fault, ReleaseState state, Code code) {
      return new Expected(fault, state, code);
    }
  }

  private static List<Expected> faults() {
    return List.of(
        Expected.stop("pypi-down-after-1", ReleaseState.PYPI_FILES, Code.REGISTRY_UNAVAILABLE),
        Expected.stop("crates-down-after-1", ReleaseState.CRATES, Code.REGISTRY_UNAVAILABLE),
        Expected.stop("token-expired-after-1", ReleaseState.CRATES, Code.UNAUTHORIZED),
        Expected.stop("crate-refused", ReleaseState.STAGED, Code.REJECTED),
        Expected.stop("wheel-refused", ReleaseState.CRATES_VERIFIED, Code.REJECTED),
        Expected.done("answer-lost"),
        Expected.done("answer-lost-unstored"),
        Expected.done("index-lag"),
        Expected.done("index-stale"),
        Expected.done("rate-limited"),
        Expected.stop("html-answer", ReleaseState.STAGED, Code.REGISTRY_UNAVAILABLE),
        Expected.stop("truncated-json", ReleaseState.STAGED, Code.REGISTRY_UNAVAILABLE),
        Expected.stop("wrong-type", ReleaseState.STAGED, Code.REGISTRY_UNAVAILABLE),
        Expected.stop("errors-with-200", ReleaseState.STAGED, Code.REJECTED),
        Expected.done("server-error-503"),
        Expected.stop("redirect", ReleaseState.STAGED, Code.REGISTRY_UNAVAILABLE),
        Expected.stop("slow", ReleaseState.STAGED, Code.REGISTRY_UNAVAILABLE),
        Expected.stop("huge-answer", ReleaseState.STAGED, Code.REGISTRY_UNAVAILABLE),
        Expected.stop("wrong-checksum", ReleaseState.CONFLICT, Code.OTHER_BYTES_PUBLISHED),
        Expected.stop("index-contradicts-api", ReleaseState.CONFLICT, Code.OTHER_BYTES_PUBLISHED),
        Expected.stop("conflict", ReleaseState.CONFLICT, Code.OTHER_BYTES_PUBLISHED));
  }

  @Test
  void theTableNamesEveryFault() {
    assertThat(faults().stream().map(expected -> expected.fault().replaceFirst("-1$", "-N")))
        .containsExactlyElementsOf(Faults.known().stream().map(Fault::name).toList());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFaultEndsInANamedStateAndTheNextRunGoesOn(Expected expected) {
    RehearsalResult stopped = rehearse(expected.fault());

    Outcome outcome = stopped.outcome().orElseThrow();
    assertThat(outcome.state()).isEqualTo(expected.state());
    assertThat(outcome.stopped().map(Problem::code))
        .isEqualTo(Optional.ofNullable(expected.code()));
    assertThat(stopped.failed()).isEqualTo(expected.code() != null);
    if (stopped.failed()) {
      assertThat(ReleaseText.of(stopped, MavenWording.DECLARED).lastLine())
          .isEqualTo(
              "Stopped: %s; %s",
              expected.state().label(),
              MavenWording.DECLARED.text(outcome.stopped().orElseThrow().help()));
    }

    Outcome next = rehearse("").outcome().orElseThrow();
    if (expected.fault().equals("conflict")) {
      assertThat(next.stopped().map(Problem::code)).contains(Code.OTHER_BYTES_PUBLISHED);
      assertThat(uploads(registries.get(1))).isEmpty();
    } else {
      assertThat(next.isDone()).as(next.toString()).isTrue();
    }
  }

  @Test
  void aRehearsalKilledAfterAnyRecordGoesOnWithoutSendingAnythingTwice() {
    // Staged; announced, accepted and listed for each of the four files; and the end.
    int last = 1 + 4 * 3 + 1;
    assertThat(isKilled(rehearse("killed-at-" + (last + 1)))).isFalse();
    for (int record = 1; record < last; record++) {
      registries.clear();
      assertThat(isKilled(rehearse("killed-at-" + record))).isTrue();

      assertThat(rehearse("").outcome().orElseThrow().isDone()).isTrue();

      List<RecordedRequest> uploads = new ArrayList<>();
      registries.forEach(sandbox -> uploads.addAll(uploads(sandbox)));
      assertThat(uploads)
          .as("killed at " + record)
          .hasSize(4)
          .allMatch(request -> request.status() == 200);
    }
  }

  private static boolean isKilled(RehearsalResult result) {
    return result instanceof RehearsalResult.Killed;
  }

  private RehearsalResult rehearse(String faults) {
    RehearsalRequest request =
        new RehearsalRequest(
            Examples.packaging(repository, BuildOptions.defaults()),
            faults,
            Timeouts.rehearsal(),
            RehearsalRequest.OnMissingTool.FAIL);
    copyDist();
    RehearsalResult result =
        new RehearsedRelease(
                new Git(new SystemProcessRunner(System.getenv())),
                command -> {
                  throw new ProgramNotFoundException(command.argv().get(0));
                },
                new SystemTiming(),
                HttpSettings.rehearsal("test"),
                new RehearsalFolder(temp),
                options -> {
                  Sandbox sandbox = Sandbox.start(options);
                  registries.add(sandbox);
                  return sandbox;
                })
            .run(repository.directory(), request, RehearsalFaults.parse(faults), line -> {});
    assertThat(
            JsonSchema.of("release").violations(ReleaseJson.write(result, MavenWording.DECLARED)))
        .isEmpty();
    return result;
  }

  private static List<RecordedRequest> uploads(Sandbox sandbox) {
    return sandbox.requests().stream().filter(r -> !r.method().equals("GET")).toList();
  }

  private void copyDist() {
    try (Stream<Path> files = Files.list(dist)) {
      Path copy = Files.createDirectories(new RehearsalFolder(temp).dist());
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
