package io.github.releasesync.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.http.HttpSettings;
import io.github.releasesync.http.Secret;
import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.Step;
import io.github.releasesync.problem.Help;
import io.github.releasesync.publish.ArtifactState;
import io.github.releasesync.publish.CratesDestination;
import io.github.releasesync.publish.ExecutionListener;
import io.github.releasesync.publish.Executor;
import io.github.releasesync.publish.Outcome;
import io.github.releasesync.publish.PypiDestination;
import io.github.releasesync.publish.Timeouts;
import io.github.releasesync.publish.Timing;
import io.github.releasesync.registry.CratesIo;
import io.github.releasesync.registry.PyPi;
import io.github.releasesync.sandbox.Sandbox;
import io.github.releasesync.store.DirectoryStore;
import io.github.releasesync.version.Ecosystem;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The executor and the client of a live release, on a staged one: all that {@code publish} does
 * after staging.
 */
final class ReleaseSyncUploads {

  private static final Timing PACE =
      new Timing() {
        @Override
        public Clock clock() {
          return Clock.systemUTC();
        }

        @Override
        public void pause(Duration duration) {
          throw new AssertionError("nothing here is to be waited for: " + duration);
        }
      };

  /** Remembers when the first step began. */
  private static final class Begin implements ExecutionListener {
    private long nanos;

    @Override
    public void begins(Step step) {
      nanos = nanos == 0 ? System.nanoTime() : nanos;
    }

    @Override
    public void reached(PlannedArtifact artifact, ArtifactState state, String detail) {}

    @Override
    public void recorded(int number) {}
  }

  private ReleaseSyncUploads() {}

  /**
   * Brings the staged release out; fails unless every file was read back.
   *
   * @return when uploading began, as {@link System#nanoTime} has it: before that the index was
   *     asked what is there
   */
  static long send(DirectoryStore store, Sandbox sandbox) {
    Begin begin = new Begin();
    HttpSettings http = HttpSettings.defaults("bench");
    Secret token = Secret.of("sandbox", sandbox.tokens().pypi());
    Outcome outcome =
        new Executor(
                store,
                Map.of(
                    Ecosystem.CARGO,
                    new CratesDestination(
                        new CratesIo(sandbox.cratesIndex(), http, PACE.clock(), Optional.empty())),
                    Ecosystem.PYPI,
                    new PypiDestination(
                        new PyPi(
                            sandbox.pypiUploadUrl(),
                            sandbox.pypiIndexUrl(),
                            http,
                            PACE.clock(),
                            Optional.of(token)))),
                PACE,
                Timeouts.standard(),
                begin,
                Help.of("run it again"))
            .run();
    assertThat(outcome.isDone()).as(outcome.stopped().toString()).isTrue();
    return begin.nanos;
  }
}
