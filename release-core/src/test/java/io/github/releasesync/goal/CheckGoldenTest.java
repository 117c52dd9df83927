package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.project.settings.CopySpec;
import io.github.releasesync.project.settings.RuleSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.report.ContinuousIntegrationOutput;
import io.github.releasesync.report.MavenWording;
import io.github.releasesync.report.Report;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.GoldenCase;
import io.github.releasesync.testing.JsonSchema;
import io.github.releasesync.testing.SarifShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder for each case, below {@code golden/check}: {@code in} is the repository, {@code then} is
 * how it was at the release tag, {@code case.properties} says the rest. {@code out.txt} and {@code
 * check.json} are what must come out; {@code -Drelease-sync.golden=update} writes them anew.
 *
 * <p>With the property {@code actions} it runs as in GitHub Actions, and {@code check.sarif},
 * {@code summary.md} and {@code annotations.txt} are compared as well.
 *
 * <p>Properties beside those of {@link GoldenCase}: {@code groups}, {@code rules}, {@code copies},
 * {@code unreleasedFeatures} and {@code externallyPublished} are the parameters, {@code policy} and
 * {@code tagFormat} are those of all groups.
 */
class CheckGoldenTest {

  private static final Path CASES = Path.of("src/test/resources/golden/check");

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    return GoldenCase.below(CASES).stream()
        .map(path -> dynamicTest(path.getFileName().toString(), () -> check(path)));
  }

  @TestFactory
  Stream<DynamicTest> syncMendsAsManyAsTheLastLineSays() throws IOException {
    return GoldenCase.below(CASES).stream()
        .map(path -> dynamicTest(path.getFileName().toString(), () -> sync(path)));
  }

  private void check(Path folder) throws IOException {
    GoldenCase golden = new GoldenCase(folder);
    Path repository = temp.resolve(folder.getFileName());
    golden.files(repository);
    Path summary = temp.resolve(folder.getFileName() + "-summary.md");
    boolean actions = golden.property("actions", null) != null;
    Map<String, String> environment =
        actions
            ? Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString())
            : Map.of();
    CheckResult result = new ReleaseSync(GitSandbox.runner()).check(request(golden, repository));
    ContinuousIntegrationOutput service =
        new ContinuousIntegrationOutput(environment, MavenWording.DECLARED);
    Report report = Printed.of(result);
    assertThat(service.summarize(result, report.lastLine())).isEmpty();
    golden.assertPrinted(GoldenCase.text(report));
    Path output = repository.resolve("target/release-sync");
    String json = Files.readString(output.resolve("check.json"));
    String sarif = Files.readString(output.resolve("check.sarif"));
    golden.assertFile("check.json", json);
    assertThat(JsonSchema.ofCheck().violations(json)).isEmpty();
    SarifShape.check(sarif);
    if (actions) {
      golden.assertFile("check.sarif", sarif);
      golden.assertFile("summary.md", Files.readString(summary));
      golden.assertFile("annotations.txt", String.join("\n", service.annotations(result)) + "\n");
    }
  }

  private void sync(Path folder) throws IOException {
    GoldenCase golden = new GoldenCase(folder);
    Path repository = temp.resolve("synced").resolve(folder.getFileName());
    golden.files(repository);
    ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());
    CheckRequest request = request(golden, repository);
    new SyncPromise(releaser, request, releaser.check(request)).keep();
  }

  private static CheckRequest request(GoldenCase golden, Path repository) {
    return new CheckRequest(
        repository,
        Optional.of(repository),
        Optional.of(Path.of("target/release-sync")),
        settings(golden),
        RuleSpec.parse(golden.property("rules", "")),
        FailOn.ERROR);
  }

  private static Settings settings(GoldenCase golden) {
    return Settings.of(
            golden.groups(), golden.list("unreleasedFeatures"), golden.list("externallyPublished"))
        .withCopies(CopySpec.parse(golden.property("copies", "")));
  }
}
