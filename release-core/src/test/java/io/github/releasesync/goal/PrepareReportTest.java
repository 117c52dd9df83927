package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs read of a release, and that the library writes nothing unless it is asked. */
class PrepareReportTest {

  private static final Settings SETTINGS =
      Settings.ofGroups(GroupSpec.parse("engine=cargo:engine,pypi:engine"));

  @TempDir Path temp;
  private GitSandbox git;
  private ReleaseSync releaser;

  @BeforeEach
  void anEngine() {
    git = GitSandbox.init(temp.resolve("engine")).withUser();
    releaser = new ReleaseSync(git.runnerInTime());
    git.write(
        "Cargo.toml",
        """
        [package]
        name = "engine"
        version = "1.0.0"
        description = "An engine"
        license = "MIT"
        """);
    git.write("src/lib.rs", "");
    git.write("pyproject.toml", "[project]\nname = \"engine\"\nversion = \"1.0.0\"\n");
    git.commit("feat: all");
  }

  @Test
  void prepareReportsTheReleaseAndWhatUndoesIt() throws IOException {
    String before = git.head();

    releaser.prepare(PrepareRequests.of(git.directory(), SETTINGS, false, "minor", Map.of()));

    assertThat(Files.readString(git.path("target/release-sync/prepare.json")))
        .contains(
            "\"verdict\": \"prepared\"",
            "\"current\": \"1.0.0\"",
            "\"next\": \"1.1.0\"",
            "\"level\": \"minor\"",
            "\"branch\": \"main\"",
            "\"before\": \"" + before + "\"",
            "\"commit\": \"" + git.head() + "\"",
            "\"tag\": \"v1.1.0\"",
            "\"Cargo.toml\"",
            "\"pyproject.toml\"",
            "\"notes\": \"target/release-sync/release-notes.md\"",
            "\"goal\": \"rollback\"");
  }

  /** A remote may be an address, and reports are kept and uploaded by CI. */
  @Test
  void noReportNamesTheCredentialOfARemote() throws IOException {
    Map<String, String> given = Map.of("remote", "http://ada:s3cr3t@127.0.0.1:9/a.git");

    PrepareResult result =
        releaser.prepare(PrepareRequests.of(git.directory(), SETTINGS, false, "minor", given));

    assertThat(Files.readString(git.path("target/release-sync/prepare.json")))
        .contains("\"remote\": \"http://127.0.0.1:9/a.git\"", "does not answer")
        .doesNotContain("s3cr3t");
    assertThat(Printed.text(Printed.of(result)))
        .contains("git push --atomic http://127.0.0.1:9/a.git main v1.1.0")
        .doesNotContain("s3cr3t");
  }

  @Test
  void bumpReportsTheVersionsAndFiles() throws IOException {
    releaser.bump(change(Optional.of(Path.of("reports"))), "minor", BumpOptions.none());

    assertThat(Files.readString(git.path("reports/bump.json")))
        .contains(
            "\"verdict\": \"changed\"",
            "\"next\": \"1.1.0\"",
            "\"Cargo.toml\"",
            "\"tag\": \"v1.1.0\"");
  }

  @Test
  void aLibraryThatIsNotAskedForReportsWritesNone() {
    releaser.sync(change(Optional.empty()));
    releaser.bump(change(Optional.empty()), "minor", BumpOptions.none());

    assertThat(git.git("status", "--porcelain", "--ignored").lines().map(String::strip))
        .containsExactlyInAnyOrder("M Cargo.toml", "M pyproject.toml", "!! .release-sync/");
  }

  private ChangeRequest change(Optional<Path> output) {
    return new ChangeRequest(
        git.directory(), Optional.empty(), SETTINGS, Optional.empty(), false, output);
  }
}
