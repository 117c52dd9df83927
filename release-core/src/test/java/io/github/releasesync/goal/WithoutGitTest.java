package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.process.SystemProcessRunner;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.report.CheckText;
import io.github.releasesync.report.MavenWording;
import io.github.releasesync.report.NextText;
import io.github.releasesync.report.Report;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.testing.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Goals where no git program is on the PATH. */
class WithoutGitTest {

  private static final String NOTE = "note[RS017]: git is not on the PATH; read with JGit";

  @TempDir Path temp;
  private GitSandbox git;
  private ReleaseSync withGit;
  private ReleaseSync without;
  private final List<Problem> notices = new ArrayList<>();

  @BeforeEach
  void aForgottenWheel() throws IOException {
    Path folder = temp.toRealPath();
    git = GitSandbox.init(folder.resolve("engine")).withUser();
    git.write(
        "Cargo.toml",
        """
        [package]
        name = "engine"
        version = "1.1.0"
        description = "d"
        license = "MIT"
        """);
    git.write("pyproject.toml", "[project]\nname = \"engine\"\nversion = \"1.1.0\"\n");
    git.write("README.md", "engine 1.1.0\n").write("src/lib.rs", "");
    git.commit("chore: release").annotatedTag("v1.1.0");
    git.write("Cargo.toml", Files.readString(git.path("Cargo.toml")).replace("1.1.0", "1.2.0"));
    git.commit("feat: something new");
    withGit = new ReleaseSync(GitSandbox.runner());
    without =
        new ReleaseSync(
            new SystemProcessRunner(Map.of("PATH", folder.toString())),
            Map.of("HOME", folder.toString(), "GIT_CONFIG_NOSYSTEM", "1"),
            MavenWording.DECLARED,
            notices::add);
  }

  private CheckRequest checkRequest() {
    return new CheckRequest(
        git.directory(), Optional.empty(), Optional.empty(), List.of(), FailOn.ERROR);
  }

  private ChangeRequest change() {
    return new ChangeRequest(
        git.directory(), Optional.empty(), Settings.none(), Optional.empty(), false, none());
  }

  private static Optional<Path> none() {
    return Optional.empty();
  }

  @Test
  void checkFindsTheSameAndSaysInOneLineHowItRead() {
    CheckResult result = without.check(checkRequest());
    List<Problem> expected = new ArrayList<>(withGit.check(checkRequest()).assessment().findings());
    List<Problem> found = new ArrayList<>(result.assessment().findings());
    assertThat(found).extracting(Problem::code).contains(Code.GIT_NOT_ON_PATH);
    found.removeIf(problem -> problem.code() == Code.GIT_NOT_ON_PATH);
    assertThat(found).isEqualTo(expected);
    assertThat(expected).extracting(Problem::code).contains(Code.DRIFT_SINCE_TAG);
    assertThat(texts(CheckText.of(result, MavenWording.DECLARED))).containsOnlyOnce(NOTE);
  }

  @Test
  void nextCountsTheSameCommits() {
    NextRequest request = NextRequest.of(git.directory());
    List<String> expected = texts(NextText.of(withGit.next(request), MavenWording.DECLARED));
    List<String> lines = texts(NextText.of(without.next(request), MavenWording.DECLARED));
    assertThat(lines).containsOnlyOnce(NOTE);
    assertThat(lines).containsAll(expected).hasSize(expected.size() + 1);
  }

  private static List<String> texts(Report report) {
    return report.lines().stream().map(ReportLine::text).filter(text -> !text.isEmpty()).toList();
  }

  @Test
  void syncWritesFilesAndSaysOnceHowItRead() throws IOException {
    assertThat(without.sync(change()).files()).isNotEmpty();
    assertThat(Files.readString(git.path("pyproject.toml"))).contains("version = \"1.2.0\"");
    assertThat(notices).extracting(Problem::message).containsExactly(NOTE.substring(13));
  }

  @Test
  void whatOnlyGitCanDoIsRefused() {
    PrepareRequest prepare =
        PrepareRequests.of(git.directory(), Settings.none(), false, "auto", Map.of());
    refused("commits and tags a release", () -> without.prepare(prepare));
    refused("tags a release", () -> without.tag(prepare));
    refused("commits", () -> without.syncAndCommit(change()));
    refused("undoes a release", () -> without.rollback(git.directory(), none(), false, true));
    assertThat(git.git("status", "--porcelain")).isEmpty();
  }

  private static void refused(String what, Executable goal) {
    Problem problem = catchThrowableOfType(ReleaseException.class, goal::execute).problem();
    assertThat(problem.code()).isEqualTo(Code.GIT_NOT_ON_PATH);
    assertThat(problem.severity()).isEqualTo(Severity.ERROR);
    assertThat(problem.message()).isEqualTo("git is not on the PATH, and only git itself " + what);
  }

  @Test
  void aRepositoryOfAnotherUserIsRefusedWithTheCommandThatGitPrints() throws IOException {
    giveAway(git.directory());
    CheckResult result = without.check(checkRequest());
    Problem refused =
        result.assessment().findings().stream()
            .filter(problem -> problem.code() == Code.NOT_A_REPOSITORY)
            .findFirst()
            .orElseThrow();
    assertThat(refused.severity()).isEqualTo(Severity.WARNING);
    assertThat(refused.message()).endsWith("detected dubious ownership in repository at '.'");
    assertThat(refused.help().toString())
        .isEqualTo(
            "let git trust the folder: git config --global --add safe.directory "
                + git.directory());
  }

  private static void giveAway(Path folder) throws IOException {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can give files away");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        Files.setAttribute(file, "unix:uid", 12_345);
      }
    }
  }
}
