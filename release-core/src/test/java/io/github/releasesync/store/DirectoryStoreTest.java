package io.github.releasesync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.publish.SimulatedRegistries;
import io.github.releasesync.publish.Staged;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release that is staged is whole, and stays what it was. */
class DirectoryStoreTest {

  @TempDir Path temp;

  @Test
  void whatIsStagedNeedsTheDistFolderNoMore() throws IOException {
    Staged staged = Staged.in(temp);
    for (PlannedArtifact artifact : staged.plan.artifacts()) {
      Files.delete(staged.dist().resolve(artifact.artifact().filename()));
      assertThat(Files.readString(staged.store.file(artifact)))
          .isEqualTo(artifact.artifact().filename());
    }
    assertThat(staged.store.plan()).contains(staged.plan);
    assertThat(staged.run(new SimulatedRegistries(), 0).isDone()).isTrue();
  }

  @Test
  void gitIsToldToIgnoreIt() {
    Staged staged = Staged.in(temp);
    assertThat(staged.folder.resolveSibling(".gitignore")).hasContent("*");
  }

  /** {@code plan.json} is written last: without it nothing is staged, whatever lies there. */
  @Test
  void stagingThatWasInterruptedBeginsAgain() throws IOException {
    Staged staged = Staged.in(temp);
    Files.delete(staged.folder.resolve("plan.json"));
    Files.writeString(staged.folder.resolve("plan.json.part"), "{\"sch");
    Files.writeString(staged.store.file(staged.plan.artifacts().get(0)), "half");
    assertThat(staged.store.plan()).isEmpty();
    staged.stage();
    assertThat(staged.store.plan()).contains(staged.plan);
    assertThat(staged.store.file(staged.plan.artifacts().get(0))).hasContent("engine-1.0.0.crate");
  }

  @Test
  void theSamePlanAgainChangesNothing() throws IOException {
    Staged staged = Staged.in(temp);
    String before = Files.readString(staged.folder.resolve("plan.json"));
    Files.delete(staged.dist().resolve("engine-1.0.0.crate"));
    staged.stage();
    assertThat(staged.folder.resolve("plan.json")).hasContent(before);
  }

  @Test
  void anotherBuildOfTheVersionIsRefusedAndTheStagedOneStays() {
    Staged staged = Staged.in(temp);
    ReleasePlan other = new ReleasePlan("engine", "1.0.0", "beef", staged.plan.artifacts());
    ReleaseException refused =
        catchThrowableOfType(
            ReleaseException.class, () -> staged.store.stage(other, staged.dist()));
    assertThat(refused.problem().code()).isEqualTo(Code.OTHER_PLAN_STAGED);
    assertThat(staged.store.plan()).contains(staged.plan);
  }

  @Test
  void aFolderThatCannotBeMadeIsTold() throws IOException {
    Staged staged = Staged.planned(temp);
    Files.writeString(temp.resolve("store"), "a file");
    assertThat(refused(staged).code()).isEqualTo(Code.STAGING_FAILED);
  }

  @Test
  void aFileThatIsGoneIsTold() throws IOException {
    Staged staged = Staged.planned(temp);
    Files.delete(staged.dist().resolve("engine-1.0.0.tar.gz"));
    assertThat(refused(staged).message()).contains("NoSuchFileException");
    assertThat(staged.store.plan()).isEmpty();
  }

  @Test
  void aPlanIsReadAsItWasWrittenOrNotAtAll() throws IOException {
    Staged staged = Staged.in(temp);
    Path file = staged.folder.resolve("plan.json");
    byte[] whole = Files.readAllBytes(file);
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, flipped);
      assertThat(read(staged)).as("bit %s", bit).matches(p -> p.equals(Optional.of(staged.plan)));
    }
  }

  @Test
  void aPlanThatBreaksOffIsRefusedWithWhatToDo() throws IOException {
    Staged staged = Staged.in(temp);
    Path file = staged.folder.resolve("plan.json");
    String whole = Files.readString(file).strip();
    for (int length = 0; length < whole.length(); length++) {
      Files.writeString(file, whole.substring(0, length));
      assertThat(refused(staged).code()).isEqualTo(Code.STAGING_FAILED);
    }
    assertThat(refused(staged).place().file()).isEqualTo("engine-1.0.0/plan.json");
    assertThat(refused(staged).help().toString()).startsWith("restore it");
  }

  @Test
  void aPlanOfALaterSchemaIsNotGuessedAt() throws IOException {
    Staged staged = Staged.in(temp);
    Path file = staged.folder.resolve("plan.json");
    for (String other : List.of("2", "null", "\"1\"", "1.5")) {
      String text = staged.plan.toJson().replace("\"schema\": 1", "\"schema\": " + other);
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
      assertThat(refused(staged).code()).isEqualTo(Code.STAGING_FAILED);
    }
  }

  /** The plan that is staged, or the one that should be where it is refused. */
  private static Optional<ReleasePlan> read(Staged staged) {
    try {
      return staged.store.plan();
    } catch (ReleaseException e) {
      assertThat(e.problem().code()).isEqualTo(Code.STAGING_FAILED);
      return Optional.of(staged.plan);
    }
  }

  private static Problem refused(Staged staged) {
    return catchThrowableOfType(ReleaseException.class, staged::stage).problem();
  }
}
