package io.github.releasesync.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.files.Sha256;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.plan.RequiredPackage;
import io.github.releasesync.problem.Help;
import io.github.releasesync.registry.Lookup;
import io.github.releasesync.store.JournalRecord;
import io.github.releasesync.version.Ecosystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plan, journal and registries in one answer. */
class StandingReaderTest {

  private static final String WHEEL = "engine-1.0.0-py3-none-any.whl";

  @TempDir Path temp;
  private final SimulatedRegistries registries = new SimulatedRegistries();

  @Test
  void whatARegistryShowsIsComparedWithThePlan() {
    ReleasePlan plan = Staged.planned(temp).plan;
    registries.store("engine@1.0.0", plan.crates().get(0).artifact().sha256());
    registries.store(WHEEL, Sha256.of(new byte[] {1}));

    Standing standing = new StandingReader(registries.destinations).read(plan);

    assertThat(standing.artifacts())
        .extracting(Standing.OfArtifact::presence)
        .containsExactly(Presence.PRESENT, Presence.DIFFERENT, Presence.ABSENT);
    assertThat(registries.pagesAsked).as("one for all files of the project").isEqualTo(1);
  }

  @Test
  void anEcosystemWithoutARegistryIsNotAsked() {
    ReleasePlan plan = Staged.planned(temp).plan;
    Map<Ecosystem, Destination> crates =
        Map.of(Ecosystem.CARGO, registries.destinations.get(Ecosystem.CARGO));

    assertThat(new StandingReader(crates).read(plan).artifacts())
        .extracting(Standing.OfArtifact::presence)
        .containsExactly(Presence.ABSENT, Presence.NOT_ASKED, Presence.NOT_ASKED);
  }

  @Test
  void aRequiredPackageHasNoBytesToCompareButMayBeYanked() {
    RequiredPackage required = new RequiredPackage(Ecosystem.CARGO, "macros", "1.0.0");
    StandingReader reader = new StandingReader(registries.destinations);
    assertThat(reader.read(required).presence()).isEqualTo(Presence.ABSENT);
    registries.lookUps.add(new Lookup.Present(Sha256.of(new byte[0]), true));
    assertThat(reader.read(required).presence()).isEqualTo(Presence.YANKED);
    registries.lookUps.add(new Lookup.Present(Sha256.of(new byte[0]), false));
    assertThat(reader.read(required).presence()).isEqualTo(Presence.PRESENT);
    registries.lookUps.add(SimulatedRegistries.unknown("503"));
    assertThat(reader.read(required).presence()).isEqualTo(Presence.UNKNOWN);
  }

  @Test
  void theJournalTellsWhatWasSeenAndWhatWasLeftOpen() {
    ReleasePlan plan = Staged.planned(temp).plan;
    JournalHistory history =
        JournalHistory.of(
            List.of(
                record(JournalRecord.Type.INTENT, "cargo:engine@1.0.0"),
                record(JournalRecord.Type.ACCEPTED, "cargo:engine@1.0.0"),
                record(JournalRecord.Type.INTENT, "pypi:" + WHEEL)));

    List<Standing.OfArtifact> standing =
        new StandingReader(history, registries.destinations).read(plan).artifacts();

    assertThat(standing)
        .extracting(Standing.OfArtifact::wasSeen)
        .containsExactly(true, false, false);
    assertThat(standing)
        .extracting(Standing.OfArtifact::wasLeftInFlight)
        .containsExactly(false, true, false);
  }

  @Test
  void anExecutorIsNotRunWithoutARegistryThatItSendsTo() {
    Staged staged = Staged.in(temp);
    Executor executor =
        new Executor(
            staged.store,
            Map.of(Ecosystem.PYPI, registries.destinations.get(Ecosystem.PYPI)),
            registries.timing,
            Timeouts.standard(),
            ExecutionListener.NONE,
            Help.of("run it again"));

    assertThatThrownBy(executor::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cargo:engine@1.0.0");
    assertThat(registries.sends).isEmpty();
  }

  private static JournalRecord record(JournalRecord.Type type, String artifact) {
    return new JournalRecord(type, artifact, 1, "2026-01-01T00:00:00Z", "");
  }
}
