package io.github.releasesync.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.artifact.ArtifactKind;
import io.github.releasesync.files.Sha256;
import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.plan.RequiredPackage;
import io.github.releasesync.plan.Step;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.publish.SimulatedRegistries.Attempt;
import io.github.releasesync.registry.Lookup;
import io.github.releasesync.registry.UploadResult;
import io.github.releasesync.store.DirectoryStore;
import io.github.releasesync.store.Journal;
import io.github.releasesync.store.ReleaseStore;
import io.github.releasesync.version.Ecosystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutorTest {

  @TempDir Path temp;
  private final SimulatedRegistries registries = new SimulatedRegistries();
  private Path dist;

  @BeforeEach
  void makeDist() throws IOException {
    dist = Files.createDirectories(temp.resolve("dist"));
  }

  @Test
  void everythingComesOutInOrderAndIsReadBack() {
    Outcome outcome = run(store(chain()));
    assertThat(outcome.isDone()).isTrue();
    assertThat(registries.sends)
        .containsExactly(
            "base@1.0.0", "middle@1.0.0", "top@1.0.0", "e-1.0.0-py3-none-win_amd64.whl");
    assertThat(outcome.artifacts())
        .allMatch(line -> line.state() == ArtifactState.VERIFIED && line.sends() == 1);
  }

  @Test
  void runningItAgainSendsNothing() {
    ReleaseStore store = store(wheels());
    run(store);
    registries.sends.clear();
    assertThat(run(store).isDone()).isTrue();
    assertThat(registries.sends).isEmpty();
  }

  @Test
  void aDependentWaitsUntilTheIndexListsWhatItNeeds() {
    registries.indexLag = Duration.ofMinutes(3);
    Outcome outcome = run(store(chain()));
    assertThat(outcome.isDone()).isTrue();
    assertThat(registries.since.get("middle@1.0.0"))
        .isAfterOrEqualTo(registries.since.get("base@1.0.0").plus(Duration.ofMinutes(3)));
  }

  @Test
  void anIndexThatStaysBehindStopsTheReleaseWithoutFailingIt() {
    registries.indexLag = Duration.ofHours(3);
    Outcome outcome = run(store(chain()));
    assertThat(outcome.state()).isEqualTo(ReleaseState.CRATES);
    assertThat(outcome.stopped().orElseThrow().code()).isEqualTo(Code.INDEX_BEHIND);
    assertThat(registries.sends).containsExactly("base@1.0.0");
    registries.timing.pause(Duration.ofHours(9));
    registries.indexLag = Duration.ZERO;
    assertThat(run(store(chain())).isDone()).isTrue();
    assertThat(registries.sends).hasSize(4);
  }

  @Test
  void anIndexThatCannotBeReadIsNotCalledBehind() {
    registries.indexDown = true;
    Outcome outcome = run(store(chain()));
    assertThat(outcome.state()).isEqualTo(ReleaseState.CRATES);
    assertThat(outcome.stopped().orElseThrow().code()).isEqualTo(Code.REGISTRY_UNAVAILABLE);
    assertThat(outcome.stopped().orElseThrow().message())
        .startsWith("accepted, but after 600 s the index cannot be read: 503");
    registries.indexDown = false;
    assertThat(run(store(chain())).isDone()).isTrue();
    assertThat(registries.sends).hasSize(4);
  }

  @Test
  void aLostAnswerOfAStoredCrateIsFoundAndNotSentAgain() {
    registries.script.add(
        attempt -> {
          attempt.store().run();
          return SimulatedRegistries.lost();
        });
    assertThat(run(store(chain())).isDone()).isTrue();
    assertThat(registries.sends).filteredOn("base@1.0.0"::equals).hasSize(1);
  }

  @Test
  void aLostUploadIsSentAgainAfterAQuietPeriod() {
    registries.script.add(attempt -> SimulatedRegistries.lost());
    Outcome outcome = run(store(chain()));
    assertThat(outcome.isDone()).isTrue();
    assertThat(registries.sends).filteredOn("base@1.0.0"::equals).hasSize(2);
    assertThat(registries.since.get("base@1.0.0"))
        .isAfter(
            java.time.Instant.parse("2026-01-01T00:00:00Z")
                .plus(Timeouts.standard().quietPeriod()));
  }

  @Test
  void otherBytesUnderTheNameEndInAConflictAndNothingMoreIsSent() {
    registries.store("middle@1.0.0", Sha256.of("foreign".getBytes(StandardCharsets.UTF_8)));
    Outcome outcome = run(store(chain()));
    assertThat(outcome.stopped().orElseThrow().code()).isEqualTo(Code.OTHER_BYTES_PUBLISHED);
    assertThat(registries.sends).containsExactly("base@1.0.0");
    assertThat(run(store(chain())).isDone()).isFalse();
    assertThat(registries.sends).hasSize(1);
  }

  @Test
  void aForeignWheelIsNeverTakenForOurs() {
    registries.store(
        "e-1.0.0-py3-none-manylinux_2_17_x86_64.whl",
        Sha256.of("foreign".getBytes(StandardCharsets.UTF_8)));
    Outcome outcome = run(store(wheels()));
    assertThat(outcome.stopped().orElseThrow().code()).isEqualTo(Code.OTHER_BYTES_PUBLISHED);
    assertThat(outcome.state()).isEqualTo(ReleaseState.CONFLICT);
    assertThat(registries.sends).as("seen before the first crate").isEmpty();
  }

  @Test
  void aForeignWheelThatComesMeanwhileIsSeenBeforeTheCanary() {
    registries.script.add(
        attempt -> {
          registries.store("e-1.0.0.tar.gz", Sha256.of("foreign".getBytes(StandardCharsets.UTF_8)));
          attempt.store().run();
          return attempt.usual();
        });
    Outcome outcome = run(store(wheels()));
    assertThat(outcome.stopped().orElseThrow().code()).isEqualTo(Code.OTHER_BYTES_PUBLISHED);
    assertThat(registries.sends).containsExactly("base@1.0.0");
  }

  @Test
  void howOftenTheIndexIsAskedDoesNotGrowWithTheFiles() {
    assertThat(run(store(wheels())).isDone()).isTrue();
    assertThat(registries.pagesAsked)
        .as("before all, before the canary, after it, and after all")
        .isEqualTo(4);
  }

  @Test
  void whatAnotherToolPublishesMustBeThereBeforeAnythingIsSent() {
    ReleasePlan plan = requiring(Ecosystem.CARGO, "macros");
    DirectoryStore store = store(plan);
    Problem absent = run(store).stopped().orElseThrow();
    assertThat(absent.code()).isEqualTo(Code.EXTERNAL_PACKAGE_ABSENT);
    assertThat(absent.message()).contains("cargo:macros@1.0.0 is not in its registry");
    assertThat(registries.sends).isEmpty();
    registries.lookUps.add(new Lookup.Present(Sha256.of(new byte[0]), true));
    Problem yanked = run(store).stopped().orElseThrow();
    assertThat(yanked.code()).isEqualTo(Code.EXTERNAL_PACKAGE_ABSENT);
    assertThat(yanked.message()).contains("yanked");
    assertThat(registries.sends).isEmpty();
    registries.lookUps.add(new Lookup.Present(Sha256.of(new byte[0]), false));
    assertThat(run(store).isDone()).isTrue();
  }

  @Test
  void aRegistryThatCannotSayWhetherItIsThereStopsTheRelease() {
    DirectoryStore store = store(requiring(Ecosystem.PYPI, "helper"));
    for (int i = 0; i <= Timeouts.standard().retries(); i++) {
      registries.lookUps.add(SimulatedRegistries.unknown("503"));
    }
    Outcome outcome = run(store);
    assertThat(outcome.stopped().orElseThrow().code()).isEqualTo(Code.REGISTRY_UNAVAILABLE);
    assertThat(outcome.state()).isEqualTo(ReleaseState.STAGED);
    assertThat(registries.sends).isEmpty();
  }

  private ReleasePlan requiring(Ecosystem ecosystem, String name) {
    ReleasePlan plan = wheels();
    List<RequiredPackage> required = List.of(new RequiredPackage(ecosystem, name, "1.0.0"));
    return new ReleasePlan("engine", "1.0.0", "c0ffee", required, plan.artifacts());
  }

  @Test
  void aRefusedCrateStopsBeforePyPI() {
    registries.script.add(attempt -> new UploadResult.Rejected("missing description", 400));
    Outcome outcome = run(store(chain()));
    assertThat(outcome.state()).isEqualTo(ReleaseState.STAGED);
    assertThat(outcome.stopped().orElseThrow().code()).isEqualTo(Code.REJECTED);
    assertThat(outcome.stopped().orElseThrow().message()).contains("missing description");
    assertThat(registries.stored).isEmpty();
  }

  @Test
  void whatAnEarlierRunSawIsNotForgottenWhileNobodyAnswers() {
    DirectoryStore store = store(chain());
    catchThrowableOfType(Killed.class, () -> run(registries, store, dies(8)));
    for (int i = 0; i < 50; i++) {
      registries.lookUps.add(SimulatedRegistries.unknown("503"));
    }
    Outcome outcome = run(store);
    assertThat(outcome.state()).isEqualTo(ReleaseState.CRATES);
    assertThat(outcome.artifacts().get(1).state()).isEqualTo(ArtifactState.PRESENT);
  }

  @Test
  void aRefusedTokenSaysSo() {
    registries.script.add(attempt -> new UploadResult.Unauthorized("authentication failed"));
    Outcome outcome = run(store(chain()));
    assertThat(outcome.stopped().orElseThrow().code()).isEqualTo(Code.UNAUTHORIZED);
  }

  @Test
  void aRateLimitIsWaitedForAndALongOneEndsTheRun() {
    registries.script.add(
        attempt ->
            new UploadResult.Deferred(
                registries.timing.now().plus(Duration.ofMinutes(2)), "slow down"));
    assertThat(run(store(chain())).isDone()).isTrue();
    SimulatedRegistries tired = new SimulatedRegistries();
    tired.script.add(
        attempt ->
            new UploadResult.Deferred(tired.timing.now().plus(Duration.ofDays(3650)), "slow down"));
    Outcome outcome = run(tired, anotherStore(wheels()), number -> {});
    assertThat(outcome.stopped().orElseThrow().code()).isEqualTo(Code.DEFERRED);
  }

  @Test
  void aRegistryThatDoesNotAnswerIsAskedAgainAndThenTheRunEnds() {
    for (int i = 0; i < 3; i++) {
      registries.lookUps.add(SimulatedRegistries.unknown("503"));
    }
    assertThat(run(store(chain())).isDone()).isTrue();
    SimulatedRegistries down = new SimulatedRegistries();
    for (int i = 0; i < 50; i++) {
      down.lookUps.add(SimulatedRegistries.unknown("503"));
    }
    Outcome outcome = run(down, anotherStore(wheels()), number -> {});
    assertThat(outcome.stopped().orElseThrow().code()).isEqualTo(Code.REGISTRY_UNAVAILABLE);
    assertThat(down.sends).isEmpty();
  }

  /** Killed after every record and in the middle of every upload; with and without the journal. */
  @Test
  void killedAnywhereTheNextRunFinishesAndNothingIsDoubled() throws IOException {
    int points = 0;
    for (ReleasePlan plan : List.of(chain(), wheels())) {
      int records = recordsOf(plan);
      for (boolean journalKept : new boolean[] {true, false}) {
        for (int at = 1; at <= records; at++) {
          int killedAt = at;
          points += survives(plan, journalKept, new SimulatedRegistries(), dies(killedAt));
        }
        for (boolean stored : new boolean[] {true, false}) {
          for (int at = 0; at < plan.artifacts().size(); at++) {
            SimulatedRegistries dying = new SimulatedRegistries();
            for (int before = 0; before < at; before++) {
              dying.script.add(ExecutorTest::usual);
            }
            dying.script.add(attempt -> dieWhileSending(attempt, stored));
            points += survives(plan, journalKept, dying, number -> {});
          }
        }
      }
    }
    System.out.println("kill matrix: " + points + " points, every resume converged");
    assertThat(points).isGreaterThanOrEqualTo(60);
  }

  @Test
  void aTornLastLineIsDroppedAndAChangedOneIsRefused() throws IOException {
    DirectoryStore store = store(chain());
    catchThrowableOfType(Killed.class, () -> run(registries, store, dies(5)));
    Path journal = temp.resolve("store/engine-1.0.0/journal.ndjson");
    String whole = Files.readString(journal);
    Files.writeString(journal, "{\"seq\":6,\"pr", StandardOpenOption.APPEND);
    assertThat(run(store).isDone()).isTrue();
    Files.writeString(journal, whole.replaceFirst("INTENT", "ACCEPTED"));
    ReleaseException refused = catchThrowableOfType(ReleaseException.class, () -> run(store));
    assertThat(refused.problem().code()).isEqualTo(Code.JOURNAL_DAMAGED);
    assertThat(refused.problem().place().line()).isEqualTo(3);
  }

  @Test
  void twoRunsAtOnceAreRefused() {
    DirectoryStore store = store(chain());
    try (Journal open = store.journal()) {
      assertThat(open.records()).isEmpty();
      ReleaseException refused = catchThrowableOfType(ReleaseException.class, () -> run(store));
      assertThat(refused.problem().code()).isEqualTo(Code.JOURNAL_LOCKED);
    }
  }

  @Test
  void anotherBuildOfTheSameVersionIsNotMixedIn() {
    store(chain());
    ReleasePlan other = plan(crate("base", 0, "other bytes"));
    assertThatThrownBy(() -> store(other))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> assertThat(e.problem().code()).isEqualTo(Code.OTHER_PLAN_STAGED));
  }

  @Test
  void aFileThatChangedSinceItWasPlannedIsNotStaged() throws IOException {
    ReleasePlan plan = chain();
    Files.writeString(dist.resolve("base-1.0.0.crate"), "changed");
    assertThatThrownBy(
            () -> new DirectoryStore(temp.resolve("store/engine-1.0.0")).stage(plan, dist))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> assertThat(e.problem().code()).isEqualTo(Code.STAGING_FAILED));
  }

  private int survives(
      ReleasePlan plan, boolean journalKept, SimulatedRegistries dying, Killer killer)
      throws IOException {
    Path directory = Files.createTempDirectory(temp, "store").resolve("engine-1.0.0");
    DirectoryStore store = new DirectoryStore(directory);
    store.stage(plan, dist);
    catchThrowableOfType(Killed.class, () -> run(dying, store, killer));
    if (!journalKept) {
      Files.deleteIfExists(directory.resolve("journal.ndjson"));
    }
    dying.script.clear();
    Outcome outcome = run(dying, store, number -> {});
    assertThat(outcome.isDone()).as(outcome.stopped().toString()).isTrue();
    Map<String, Sha256> planned = new HashMap<>();
    plan.artifacts().forEach(a -> planned.put(key(a), a.artifact().sha256()));
    assertThat(dying.stored).isEqualTo(planned);
    return 1;
  }

  private static UploadResult usual(Attempt attempt) {
    if (attempt.usual() instanceof UploadResult.Accepted) {
      attempt.store().run();
    }
    return attempt.usual();
  }

  private static UploadResult dieWhileSending(Attempt attempt, boolean stored) {
    if (stored) {
      attempt.store().run();
    }
    throw new Killed();
  }

  private int recordsOf(ReleasePlan plan) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    Path directory = Files.createTempDirectory(temp, "count").resolve("engine-1.0.0");
    DirectoryStore store = new DirectoryStore(directory);
    store.stage(plan, dist);
    run(new SimulatedRegistries(), store, numbers::add);
    return numbers.size();
  }

  private interface Killer {
    void recorded(int number);
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static Killer dies(int at) {
    return number -> {
      if (number == at) {
        throw new Killed();
      }
    };
  }

  private Outcome run(ReleaseStore store) {
    return run(registries, store, number -> {});
  }

  private static Outcome run(SimulatedRegistries registries, ReleaseStore store, Killer killer) {
    ExecutionListener listener =
        new ExecutionListener() {
          @Override
          public void begins(Step step) {}

          @Override
          public void reached(PlannedArtifact artifact, ArtifactState state, String detail) {}

          @Override
          public void waits(PlannedArtifact artifact, Duration longest) {}

          @Override
          public void recorded(int number) {
            killer.recorded(number);
          }
        };
    return new Executor(
            store,
            registries.destinations,
            registries.timing,
            Timeouts.standard(),
            listener,
            Help.of("run it again"))
        .run();
  }

  private DirectoryStore store(ReleasePlan plan) {
    DirectoryStore store = new DirectoryStore(temp.resolve("store/engine-1.0.0"));
    store.stage(plan, dist);
    return store;
  }

  private DirectoryStore anotherStore(ReleasePlan plan) {
    DirectoryStore store = new DirectoryStore(temp.resolve("another/engine-1.0.0"));
    store.stage(plan, dist);
    return store;
  }

  private ReleasePlan chain() {
    return plan(
        crate("base", 0, "base"),
        crate("middle", 1, "middle"),
        crate("top", 2, "top"),
        file("e-1.0.0-py3-none-win_amd64.whl"));
  }

  private ReleasePlan wheels() {
    return plan(
        crate("base", 0, "base"),
        file("e-1.0.0-py3-none-win_amd64.whl"),
        file("e-1.0.0-py3-none-macosx_11_0_arm64.whl"),
        file("e-1.0.0-py3-none-manylinux_2_17_x86_64.whl"),
        file("e-1.0.0.tar.gz"));
  }

  private static ReleasePlan plan(PlannedArtifact... artifacts) {
    return new ReleasePlan("engine", "1.0.0", "c0ffee", List.of(artifacts));
  }

  private PlannedArtifact crate(String name, int level, String content) {
    Artifact artifact = artifact(ArtifactKind.CRATE, name, name + "-1.0.0.crate", content);
    return new PlannedArtifact(artifact, level, List.of());
  }

  private PlannedArtifact file(String filename) {
    ArtifactKind kind = filename.endsWith(".whl") ? ArtifactKind.WHEEL : ArtifactKind.SDIST;
    return new PlannedArtifact(artifact(kind, "e", filename, filename), 0, List.of());
  }

  private Artifact artifact(ArtifactKind kind, String name, String filename, String content) {
    try {
      byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
      Files.write(dist.resolve(filename), bytes);
      return new Artifact(kind, name, "1.0.0", filename, bytes.length, Sha256.of(bytes));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String key(PlannedArtifact a) {
    return a.isCrate() ? a.artifact().packageName() + "@1.0.0" : a.artifact().filename();
  }

  @Test
  void aDigestNamesCommitVersionsAndBytesAndSurvivesTheFile() {
    ReleasePlan plan = wheels();
    assertThat(ReleasePlan.fromJson(plan.toJson())).isEqualTo(plan);
    Function<String, ReleasePlan> of =
        commit -> new ReleasePlan("engine", "1.0.0", commit, plan.artifacts());
    assertThat(of.apply("c0ffee").digest()).isEqualTo(plan.digest());
    assertThat(of.apply("beef").digest()).isNotEqualTo(plan.digest());
  }
}
