package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.packaging.ToolNames;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.publish.ExecutionListener;
import io.github.releasesync.publish.Timeouts;
import io.github.releasesync.testing.ArtifactFiles;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs read of package, publish and rehearse, where they ask for it. */
class ReleaseReportTest {

  private static final Optional<Path> REPORTS = Optional.of(Path.of("reports"));

  @TempDir Path temp;
  private final ReleaseSync releaser = new ReleaseSync(GitSandbox.runner(), Map.of());
  private GitSandbox open;
  private GitSandbox hidden;

  @BeforeEach
  void aCrateThatIsPublishableAndOneThatIsNot() throws IOException {
    Files.createDirectories(temp.resolve("dist"));
    open = crate("open", "");
    hidden = crate("hidden", "publish = false\n");
  }

  @Test
  void packageReportsWhatItLeftOut() throws IOException {
    releaser.build(packaging(hidden, REPORTS, BuildOptions.defaults()), event -> {});

    String report = Files.readString(hidden.path("reports/package.json"));
    assertThat(JsonSchema.of("package").violations(report)).isEmpty();
    assertThat(report)
        .contains(
            "\"verdict\": \"nothing\"",
            "\"directory\": \"reports/dist\"",
            "\"commit\": \"" + hidden.head() + "\"",
            "\"package\": \"cargo:demo\"",
            "\"reason\": \"not-publishable\"");
  }

  @Test
  void publishReportsWhereTheReleaseStands() throws IOException {
    publish(REPORTS);

    String report = Files.readString(open.path("reports/release.json"));
    assertThat(JsonSchema.of("release").violations(report)).isEmpty();
    assertThat(report)
        .contains(
            "\"verdict\": \"preview\"",
            "\"group\": \"demo\"",
            "\"id\": \"cargo:demo@1.0.0\"",
            "\"state\": \"not-asked\"");
  }

  @Test
  void aRehearsalWithoutItsToolsReportsTheMissingOne() throws IOException {
    RehearsalResult result = rehearse(REPORTS);

    String report = Files.readString(open.path("reports/rehearsal.json"));
    assertThat(JsonSchema.of("release").violations(report)).isEmpty();
    assertThat(report).contains("\"verdict\": \"checked\"", "\"rule\": \"RS301\"");
    assertThat(open.path("reports/check.json")).exists();
    assertThat(Printed.of(result).lastLine()).startsWith("Checked, not rehearsed: ");
    assertThat(Printed.text(Printed.of(result))).contains("warning[RS301]: ");
  }

  @Test
  void nothingIsReportedUnlessItIsAsked() {
    publish(Optional.empty());
    rehearse(Optional.empty());
    releaser.build(packaging(hidden, Optional.empty(), BuildOptions.defaults()), event -> {});

    assertThat(open.path("target/release-sync/release.json")).doesNotExist();
    assertThat(open.path("target/release-sync/rehearsal.json")).doesNotExist();
    assertThat(hidden.path("target/release-sync/package.json")).doesNotExist();
  }

  private GitSandbox crate(String folder, String more) {
    return GitSandbox.init(temp.resolve(folder))
        .write("Cargo.toml", "[package]\nname = \"demo\"\nversion = \"1.0.0\"\n" + more)
        .write("src/lib.rs", "")
        .commit("feat: first");
  }

  private void publish(Optional<Path> reports) {
    Path dist = temp.resolve("dist");
    ArtifactFiles.crate(dist, "demo", "1.0.0", "");
    releaser.publish(
        new PublishRequest(
            open.directory(),
            Optional.empty(),
            reports,
            Optional.of(dist),
            Settings.none(),
            Optional.empty(),
            false,
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Timeouts.rehearsal()),
        ExecutionListener.NONE);
  }

  private RehearsalResult rehearse(Optional<Path> reports) {
    Optional<String> missing = Optional.of(temp.resolve("no-cargo").toString());
    ToolNames tools = new ToolNames(missing, missing, missing, Optional.empty());
    BuildOptions options =
        new BuildOptions(tools, false, true, true, true, true, false, Duration.ofMinutes(1));
    return releaser.rehearse(
        new RehearsalRequest(
            packaging(open, reports, options),
            "",
            Timeouts.rehearsal(),
            RehearsalRequest.OnMissingTool.CHECK),
        event -> {});
  }

  private static PackageRequest packaging(
      GitSandbox repository, Optional<Path> reports, BuildOptions options) {
    return new PackageRequest(
        repository.directory(),
        Optional.empty(),
        reports,
        Optional.empty(),
        Settings.none(),
        Optional.empty(),
        options);
  }
}
