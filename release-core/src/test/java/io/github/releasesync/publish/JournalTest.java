package io.github.releasesync.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.store.Journal;
import io.github.releasesync.store.JournalRecord;
import io.github.releasesync.store.JournalRecord.Type;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of the journal, no release comes out wrong. */
class JournalTest {

  /** The upload of the wheel is announced, and the process dies. */
  private static final int KILLED_AT = 4;

  @TempDir Path temp;

  @Test
  void whatWasWrittenIsReadAgain() {
    Path file = temp.resolve("journal.ndjson");
    JournalRecord first = new JournalRecord(Type.INTENT, "cargo:a@1.0.0", 1, "now", "é \"\n");
    JournalRecord second = new JournalRecord(Type.ACCEPTED, "cargo:a@1.0.0", 1, "then", "");
    try (Journal journal = Journal.open(file)) {
      journal.append(List.of(first));
      journal.note(second);
    }
    try (Journal journal = Journal.open(file)) {
      assertThat(journal.records()).containsExactly(first, second);
    }
  }

  @Test
  void cutOffAnywhereTheReleaseIsFinishedAndNothingIsDoubled() throws IOException {
    Staged staged = Staged.in(temp);
    SimulatedRegistries before = new SimulatedRegistries();
    byte[] whole = interrupted(staged, before);
    converges(staged, before, new byte[0]);
    for (int length = lastLine(whole); length <= whole.length; length++) {
      converges(staged, before, Arrays.copyOf(whole, length));
    }
  }

  /** Each line names the digest of the one before, so that only the last can change unnoticed. */
  @Test
  void aFlippedBitInAnyByteBeforeTheLastLineIsNoticed() throws IOException {
    byte[] whole = interrupted(Staged.in(temp), new SimulatedRegistries());
    int lastLine = lastLine(whole);
    Path file = Files.createDirectories(temp.resolve("flipped")).resolve("journal.ndjson");
    for (int at = 0; at < lastLine; at++) {
      byte[] flipped = flipped(whole, at * 8 + at % 8);
      Files.write(file, flipped);
      ReleaseException refused =
          catchThrowableOfType(ReleaseException.class, () -> Journal.open(file).close());
      assertThat(refused).as("byte %s", at).isNotNull();
      assertThat(refused.problem().code()).isEqualTo(Code.JOURNAL_DAMAGED);
      assertThat(Files.readAllBytes(file)).isEqualTo(flipped);
    }
  }

  @Test
  void aFlippedBitInTheLastLineIsNoticedOrHarmless() throws IOException {
    Staged staged = Staged.in(temp);
    SimulatedRegistries before = new SimulatedRegistries();
    byte[] whole = interrupted(staged, before);
    for (int at = lastLine(whole); at < whole.length; at++) {
      byte[] flipped = flipped(whole, at * 8 + at % 8);
      try {
        converges(staged, before, flipped);
      } catch (ReleaseException e) {
        assertThat(e.problem().code()).isEqualTo(Code.JOURNAL_DAMAGED);
      }
    }
  }

  @Test
  void aLineThatIsMissingOrDoubledIsNoticed() throws IOException {
    String whole =
        new String(interrupted(Staged.in(temp), new SimulatedRegistries()), StandardCharsets.UTF_8);
    List<String> lines = whole.lines().toList();
    Path file = Files.createDirectories(temp.resolve("odd")).resolve("journal.ndjson");
    for (List<String> odd :
        List.of(
            List.of(lines.get(1), lines.get(2)),
            List.of(lines.get(0), lines.get(2)),
            List.of(lines.get(0), lines.get(0)),
            List.of(lines.get(0), ""))) {
      Files.writeString(file, String.join("\n", odd) + "\n");
      ReleaseException refused =
          catchThrowableOfType(ReleaseException.class, () -> Journal.open(file).close());
      assertThat(refused.problem().code()).isEqualTo(Code.JOURNAL_DAMAGED);
    }
  }

  @Test
  void afterADamageIsToldTheNextRunOpensItAgain() throws IOException {
    Path file = temp.resolve("journal.ndjson");
    Files.writeString(file, "no journal\n");
    assertThat(catchThrowableOfType(ReleaseException.class, () -> Journal.open(file)).problem())
        .satisfies(problem -> assertThat(problem.place().line()).isEqualTo(1));
    Files.delete(file);
    try (Journal journal = Journal.open(file)) {
      assertThat(journal.records()).isEmpty();
    }
  }

  @Test
  void whereItCannotBeWrittenTheRunEndsBeforeAnythingIsSent() throws IOException {
    Staged staged = Staged.in(temp);
    Files.createDirectory(staged.journal());
    SimulatedRegistries registries = new SimulatedRegistries();
    ReleaseException refused =
        catchThrowableOfType(ReleaseException.class, () -> staged.run(registries, 0));
    assertThat(refused.problem().code()).isEqualTo(Code.STAGING_FAILED);
    assertThat(registries.sends).isEmpty();
  }

  /** The refusal is an answer: the next run need not wait for an upload that may be on its way. */
  @Test
  void afterARefusedTokenTheNextRunDoesNotWait() {
    Staged staged = Staged.in(temp);
    SimulatedRegistries registries = new SimulatedRegistries();
    registries.script.add(
        attempt -> new io.github.releasesync.registry.UploadResult.Unauthorized("invalid token"));
    assertThat(staged.run(registries, 0).isDone()).isFalse();
    var before = registries.timing.now();
    assertThat(staged.run(registries, 0).isDone()).isTrue();
    assertThat(registries.timing.now()).isEqualTo(before);
  }

  /** From what was public before, with this journal, what was missing is sent and nothing else. */
  private static void converges(Staged staged, SimulatedRegistries before, byte[] journal)
      throws IOException {
    SimulatedRegistries registries = new SimulatedRegistries();
    before.stored.forEach(registries::store);
    Files.write(staged.journal(), journal);
    assertThat(staged.run(registries, 0).isDone()).isTrue();
    assertThat(registries.stored).isEqualTo(staged.everything());
    assertThat(registries.sends)
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(before.stored.keySet());
  }

  private static byte[] interrupted(Staged staged, SimulatedRegistries registries)
      throws IOException {
    catchThrowableOfType(Staged.Killed.class, () -> staged.run(registries, KILLED_AT));
    assertThat(registries.stored).hasSize(1);
    return Files.readAllBytes(staged.journal());
  }

  private static int lastLine(byte[] whole) {
    int at = whole.length - 1;
    while (whole[at - 1] != '\n') {
      at--;
    }
    return at;
  }

  private static byte[] flipped(byte[] whole, int bit) {
    byte[] flipped = whole.clone();
    flipped[bit / 8] ^= (byte) (1 << bit % 8);
    return flipped;
  }
}
