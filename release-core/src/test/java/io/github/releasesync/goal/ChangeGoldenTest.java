package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.settings.CopySpec;
import io.github.releasesync.project.settings.RuleSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.report.ChangeJson;
import io.github.releasesync.report.MavenWording;
import io.github.releasesync.report.Report;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.GoldenCase;
import io.github.releasesync.testing.JsonSchema;
import io.github.releasesync.text.FileChange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A folder for each case of each goal that changes versions, as {@link GoldenCase} says. The
 * preview comes first and changes nothing; then it is done, and nothing but the files that it named
 * changed.
 *
 * <p>Properties of a case beside those of the repository: {@code groups}, {@code copies}, {@code
 * group}, {@code rulesOffIn}, files for which RS203 is off, and of bump {@code level}, {@code
 * package} and {@code bumpDependents}, are the parameters; {@code policy} and {@code tagFormat} are
 * those of all groups, {@code policy.NAME} of one.
 */
class ChangeGoldenTest {

  private static final Path CASES = Path.of("src/test/resources/golden");

  private final ReleaseSync releaser = new ReleaseSync(GitSandbox.runner());

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> sync() throws IOException {
    return cases("sync", golden -> request -> Done.of(releaser.sync(request)));
  }

  @TestFactory
  Stream<DynamicTest> bump() throws IOException {
    return cases(
        "bump",
        golden ->
            request ->
                Done.of(
                    releaser.bump(
                        request,
                        golden.property("level", ""),
                        BumpOptions.of(
                            golden.property("package", null),
                            golden.property("bumpDependents", null)))));
  }

  /** What a goal printed and changed. */
  private record Done(String text, List<String> files) {

    static Done of(SyncResult result) {
      assertThat(
              JsonSchema.of("change").violations(ChangeJson.write(result, MavenWording.DECLARED)))
          .isEmpty();
      return of(Printed.of(result), result.files());
    }

    static Done of(BumpResult result) {
      assertThat(
              JsonSchema.of("change").violations(ChangeJson.write(result, MavenWording.DECLARED)))
          .isEmpty();
      return of(Printed.of(result), result.files());
    }

    private static Done of(Report report, List<FileChange> files) {
      return new Done(
          GoldenCase.text(report.lines(), false, report.lastLine()),
          files.stream().map(FileChange::path).toList());
    }
  }

  @TestFactory
  Stream<DynamicTest> syncMendsAsManyAsTheLastLineOfCheckSays() throws IOException {
    return Stream.concat(
            GoldenCase.below(CASES.resolve("sync")).stream(),
            GoldenCase.below(CASES.resolve("bump")).stream())
        .map(path -> dynamicTest(path.getFileName().toString(), () -> check(path)));
  }

  private void check(Path folder) throws IOException {
    GoldenCase golden = new GoldenCase(folder);
    Path root = temp.resolve("checked").resolve(CASES.relativize(folder));
    golden.repository(root);
    CheckRequest request =
        new CheckRequest(
            root, Optional.of(root), Optional.empty(), settings(golden), List.of(), FailOn.ERROR);
    new SyncPromise(releaser, request, releaser.check(request)).keep();
  }

  private Stream<DynamicTest> cases(
      String goal, Function<GoldenCase, Function<ChangeRequest, Done>> doing) throws IOException {
    return GoldenCase.below(CASES.resolve(goal)).stream()
        .map(
            path ->
                dynamicTest(
                    path.getFileName().toString(),
                    () -> {
                      GoldenCase golden = new GoldenCase(path);
                      Path directory = temp.resolve(goal).resolve(path.getFileName());
                      change(golden, golden.repository(directory), doing.apply(golden));
                    }));
  }

  private void change(GoldenCase golden, GitSandbox git, Function<ChangeRequest, Done> goal)
      throws IOException {
    Done preview;
    try {
      preview = goal.apply(request(golden, git, true));
    } catch (ReleaseException e) {
      golden.assertPrinted(Printed.of(e.problem()) + "\n");
      assertThat(git.git("status", "--porcelain")).isEmpty();
      return;
    }
    assertThat(git.git("status", "--porcelain")).isEmpty();
    Done done = goal.apply(request(golden, git, false));
    golden.assertPrinted(preview.text() + "\n" + done.text());
    golden.assertChanged(git.directory(), done.files());
    assertThat(git.git("status", "--porcelain").lines().count()).isEqualTo(done.files().size());
    assertThat(releaser.sync(request(golden, git, false)).files()).isEmpty();
  }

  private static ChangeRequest request(GoldenCase golden, GitSandbox git, boolean dryRun) {
    return new ChangeRequest(
        git.directory(),
        Optional.empty(),
        settings(golden),
        Optional.ofNullable(golden.property("group", null)),
        dryRun,
        Optional.empty());
  }

  private static Settings settings(GoldenCase golden) {
    return Settings.ofGroups(golden.groups())
        .withCopies(CopySpec.parse(golden.property("copies", "")))
        .withRules(
            golden.list("rulesOffIn").stream()
                .map(files -> RuleSpec.of("RS203", "off", "pinned on purpose", files))
                .toList());
  }
}
