package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.GoldenCase;
import io.github.releasesync.testing.JsonSchema;
import io.github.releasesync.testing.ScriptedHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder for each case, below {@code golden/next}: {@code in} is the repository before its first
 * commit, {@code history.txt} what happens then ({@link ScriptedHistory}); without it the folder is
 * not in git. {@code out.txt} and {@code next.json} are what must come out; {@code
 * -Drelease-sync.golden=update} writes them anew.
 *
 * <p>Properties: {@code level}; {@code groups} as the parameter, {@code policy} of the first of
 * them.
 */
class NextGoldenTest {

  private static final Path CASES = Path.of("src/test/resources/golden/next");

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return GoldenCase.below(CASES).stream()
        .map(path -> dynamicTest(path.getFileName().toString(), () -> next(path)));
  }

  private void next(Path folder) throws IOException {
    GoldenCase golden = new GoldenCase(folder);
    Path repository = temp.resolve(folder.getFileName());
    golden.copyIn(repository);
    if (golden.has("history.txt")) {
      ScriptedHistory.play(GitSandbox.init(repository), golden.file("history.txt"));
    }
    NextResult result =
        new ReleaseSync(GitSandbox.runner())
            .next(
                new NextRequest(
                    repository,
                    Optional.of(repository),
                    Optional.of(Path.of("target/release-sync")),
                    Settings.ofGroups(golden.groups())
                        .withMajorVersionZero(
                            Boolean.parseBoolean(golden.property("majorVersionZero", "true"))),
                    golden.property("level", "auto")));
    golden.assertPrinted(text(result));
    String json = Files.readString(repository.resolve("target/release-sync/next.json"));
    golden.assertFile("next.json", json);
    assertThat(JsonSchema.of("next").violations(json)).isEmpty();
  }

  private static String text(NextResult result) {
    return GoldenCase.text(Printed.of(result));
  }
}
