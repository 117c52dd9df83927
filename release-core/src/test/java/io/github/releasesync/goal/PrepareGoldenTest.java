package io.github.releasesync.goal;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.GoldenCase;
import io.github.releasesync.testing.ScriptedHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder for each case, below {@code golden/prepare}, {@code golden/tag} and {@code
 * golden/rollback}. {@code in} is the repository at first ({@link GoldenCase}), {@code history.txt}
 * what happens then: steps of {@link ScriptedHistory}, and goals as {@link ReleaseSteps} does them.
 * {@code out.txt} is what the goals print, {@code state.txt} what git shows in the end, and {@code
 * out} what the files look like that the last release changed; with the property {@code notes},
 * {@code notes.md} is what the release notes say. {@code groups} and the {@code policy} of all of
 * them are the parameters.
 */
class PrepareGoldenTest {

  private static final Path CASES = Path.of("src/test/resources/golden");

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> prepare() throws IOException {
    return cases("prepare");
  }

  @TestFactory
  Stream<DynamicTest> tag() throws IOException {
    return cases("tag");
  }

  @TestFactory
  Stream<DynamicTest> rollback() throws IOException {
    return cases("rollback");
  }

  private Stream<DynamicTest> cases(String goal) throws IOException {
    return GoldenCase.below(CASES.resolve(goal)).stream()
        .map(path -> dynamicTest(path.getFileName().toString(), () -> play(path)));
  }

  private void play(Path path) throws IOException {
    GoldenCase golden = new GoldenCase(path);
    Path folder = temp.toRealPath().resolve(path.getFileName());
    GitSandbox git = golden.repository(folder.resolve("engine")).withUser();
    ReleaseSteps steps = new ReleaseSteps(git, golden);
    ScriptedHistory.play(git, golden.file("history.txt"), steps::step);
    golden.assertPrinted(steps.printed().replace(folder.toString(), "<folder>"));
    golden.assertFile("state.txt", RepositoryState.summary(git));
    if (golden.property("notes", null) != null) {
      Path notes = git.path("target/release-sync/release-notes.md");
      golden.assertFile("notes.md", Files.readString(notes));
    }
    golden.assertChanged(git.directory(), steps.written());
  }
}
