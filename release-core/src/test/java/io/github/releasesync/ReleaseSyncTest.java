package io.github.releasesync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.goal.CheckRequest;
import io.github.releasesync.goal.CheckResult;
import io.github.releasesync.goal.FailOn;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.ProcessResult;
import io.github.releasesync.testing.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Roots, output folders and failures, as goals ask for them. */
class ReleaseSyncTest {

  @TempDir Path temp;

  @Test
  void aRootThatIsNotThereIsRefused() {
    Problem problem = refusal(temp, Optional.of(Path.of("missing")), Optional.empty());
    assertThat(problem.code()).isEqualTo(Code.ROOT_MISSING);
    assertThat(problem.help().toString()).contains("root=DIR");
  }

  @Test
  void aRootThatIsAFileIsRefused() throws IOException {
    Path file = Files.writeString(temp.resolve("Cargo.toml"), "");
    assertThat(refusal(temp, Optional.of(file), Optional.empty()).code())
        .isEqualTo(Code.ROOT_MISSING);
  }

  @Test
  void withoutARootItIsTheWorkTreeAround() {
    GitSandbox git = repository();
    git.write("deep/down/pom.xml", "<project/>");
    CheckResult result =
        check(git.path("deep/down"), Optional.empty(), Optional.of(Path.of("target/release-sync")));
    assertThat(result.assessment().workspace().packages()).isNotEmpty();
    assertThat(git.path("target/release-sync/check.json")).exists();
  }

  @Test
  void gitThatFailsIsSaidAndNotGuessedAround() {
    GitSandbox git = repository();
    ReleaseSync broken =
        new ReleaseSync(
            command -> new ProcessResult(128, new byte[0], "fatal: bad config line 1 in file x"));
    ReleaseException failure =
        catchThrowableOfType(
            ReleaseException.class, () -> broken.check(request(git.directory(), Optional.empty())));
    assertThat(failure.problem().code()).isEqualTo(Code.GIT_FAILED);
    assertThat(failure.problem().message()).contains("bad config line 1 in file x");
  }

  @Test
  void theReportGoesBelowTheRootAndGitDoesNotSeeIt() throws IOException {
    GitSandbox git = repository();
    CheckResult result = check(git.directory(), Optional.empty(), Optional.of(Path.of("out/here")));
    assertThat(git.path("out/here/check.json")).exists();
    assertThat(git.path("out/here/.gitignore")).hasContent("*");
    assertThat(result.report()).contains("out/here/check.json");
    assertThat(git.git("status", "--porcelain")).isEmpty();
    assertThat(files(git.path("out/here")))
        .containsExactly(".gitignore", "check.json", "check.sarif");
  }

  @Test
  void anAbsoluteOutputFolderIsTakenAsItIs() {
    GitSandbox git = repository();
    Path output = temp.resolve("elsewhere");
    check(git.directory(), Optional.empty(), Optional.of(output));
    assertThat(output.resolve("check.json")).exists();
    assertThat(git.path("target")).doesNotExist();
  }

  @Test
  void whatTheUserWroteToIgnoreStays() throws IOException {
    GitSandbox git = repository();
    git.write("out/.gitignore", "mine\n");
    check(git.directory(), Optional.empty(), Optional.of(Path.of("out")));
    assertThat(Files.readString(git.path("out/.gitignore"))).isEqualTo("mine\n");
  }

  @Test
  void anOutputFolderThatIsAFileIsRefusedAndNothingIsLeftBehind() {
    GitSandbox git = repository();
    git.write("out", "a file");
    Problem problem =
        refusal(git.directory(), Optional.empty(), Optional.of(Path.of("out/reports")));
    assertThat(problem.code()).isEqualTo(Code.OUTPUT_UNWRITABLE);
    assertThat(problem.place().file()).isEqualTo("out/reports/check.json");
    assertThat(problem.help().toString()).contains("outputDirectory");
    assertThat(git.path("out")).hasContent("a file");
  }

  @Test
  void aReportThatCannotBeReplacedLeavesNoHalfFile() throws IOException {
    GitSandbox git = repository();
    git.write("out/check.json/in-the-way", "");
    Problem problem = refusal(git.directory(), Optional.empty(), Optional.of(Path.of("out")));
    assertThat(problem.code()).isEqualTo(Code.OUTPUT_UNWRITABLE);
    assertThat(files(git.path("out"))).containsExactly(".gitignore", "check.json");
  }

  @ParameterizedTest
  @CsvSource({"error, ERROR", "warning, WARNING", "never, NEVER"})
  void failOnIsAWordOfThree(String word, FailOn expected) {
    assertThat(FailOn.of(word)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Error", "errors", "none", "ERROR "})
  void failOnRefusesOtherWords(String word) {
    Problem problem = catchThrowableOfType(ReleaseException.class, () -> FailOn.of(word)).problem();
    assertThat(problem.code()).isEqualTo(Code.CONFIGURATION_INVALID);
    assertThat(problem.help().toString()).isEqualTo("write error, warning or never");
  }

  @ParameterizedTest
  @CsvSource({"ERROR, false", "WARNING, true", "NEVER, false"})
  void aWarningFailsOnlyWhereAsked(FailOn failOn, boolean failed) {
    GitSandbox git = GitSandbox.init(temp.resolve("warned"));
    git.write("setup.cfg", "[metadata]\nname = x\nversion = 1.0-rc1\n");
    CheckRequest request =
        new CheckRequest(
            git.directory(),
            Optional.empty(),
            Optional.of(Path.of("target/release-sync")),
            List.of(),
            failOn);
    assertThat(new ReleaseSync(GitSandbox.runner()).check(request).failed()).isEqualTo(failed);
  }

  private GitSandbox repository() {
    return GitSandbox.init(temp.resolve("repository"))
        .write(".gitignore", "target/\n")
        .write("Cargo.toml", "[package]\nname = \"engine\"\nversion = \"1.0.0\"\n")
        .commit("begin");
  }

  private Problem refusal(Path start, Optional<Path> root, Optional<Path> output) {
    return catchThrowableOfType(ReleaseException.class, () -> check(start, root, output)).problem();
  }

  private static CheckResult check(Path start, Optional<Path> root, Optional<Path> output) {
    return new ReleaseSync(GitSandbox.runner())
        .check(new CheckRequest(start, root, output, List.of(), FailOn.ERROR));
  }

  private static CheckRequest request(Path start, Optional<Path> root) {
    return new CheckRequest(
        start, root, Optional.of(Path.of("target/release-sync")), List.of(), FailOn.ERROR);
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
