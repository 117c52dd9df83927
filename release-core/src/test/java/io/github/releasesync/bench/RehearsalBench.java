package io.github.releasesync.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.goal.BuildOptions;
import io.github.releasesync.goal.PackageRequest;
import io.github.releasesync.goal.RehearsalRequest;
import io.github.releasesync.goal.RehearsalRequest.OnMissingTool;
import io.github.releasesync.goal.RehearsalResult;
import io.github.releasesync.packaging.ToolNames;
import io.github.releasesync.process.SystemProcessRunner;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.publish.Timeouts;
import io.github.releasesync.report.MavenWording;
import io.github.releasesync.report.ReleaseText;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.Toolchains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a rehearsal of the quickstart takes from a fresh clone, with the tools installed: it is
 * built, brought out, and used by cargo and pip. Maven's own start, under a second, is not in it.
 */
@Tag("bench")
class RehearsalBench {

  private static final Path QUICKSTART =
      Path.of("..", "examples", "quickstart").toAbsolutePath().normalize();
  private static final double MOST_SECONDS = 15;

  @TempDir Path temp;

  @Test
  void theQuickstartIsRehearsedWhileOneWaits() throws IOException {
    Toolchains.require("cargo");
    String maturin = Toolchains.require("maturin").toString();
    ToolNames tools =
        new ToolNames(Optional.empty(), Optional.empty(), Optional.of(maturin), Optional.empty());
    BuildOptions options =
        new BuildOptions(tools, false, false, true, false, true, false, Duration.ofMinutes(5));
    Path root = example();
    RehearsalRequest request =
        new RehearsalRequest(
            new PackageRequest(
                root,
                Optional.of(root),
                Optional.empty(),
                Optional.empty(),
                Settings.none(),
                Optional.empty(),
                options),
            "",
            Timeouts.rehearsal(),
            OnMissingTool.FAIL);
    Map<String, String> variables = withoutCredentials();
    ReleaseSync releaser = new ReleaseSync(new SystemProcessRunner(variables), variables);

    long begun = System.nanoTime();
    RehearsalResult result = releaser.rehearse(request, line -> {});
    double seconds = (System.nanoTime() - begun) / 1e9;

    System.out.println(
        String.format(
            Locale.ROOT,
            "%nRehearsal of the quickstart, building included: %.1f s, at most %.0f: %s%n  %s",
            seconds,
            MOST_SECONDS,
            seconds <= MOST_SECONDS ? "held" : "MISSED",
            ReleaseText.of(result, MavenWording.DECLARED).lastLine()));
    assertThat(result.failed()).as(result.toString()).isFalse();
    assertThat(seconds).isLessThanOrEqualTo(MOST_SECONDS);
  }

  private Path example() throws IOException {
    Path target = temp.resolve("quickstart");
    try (Stream<Path> files = Files.walk(QUICKSTART)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path relative = QUICKSTART.relativize(file);
        if (!relative.startsWith("target")) {
          Path copy = target.resolve(relative);
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    return GitSandbox.init(target).commit("feat: first").directory();
  }

  private static Map<String, String> withoutCredentials() {
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.keySet().removeIf(name -> name.contains("TOKEN") || name.contains("PASSWORD"));
    return variables;
  }
}
