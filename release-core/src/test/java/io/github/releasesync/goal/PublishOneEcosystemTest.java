package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.process.SystemProcessRunner;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.publish.ExecutionListener;
import io.github.releasesync.publish.Timeouts;
import io.github.releasesync.sandbox.Sandbox;
import io.github.releasesync.sandbox.SandboxOptions;
import io.github.releasesync.testing.Archives;
import io.github.releasesync.testing.ArtifactFiles;
import io.github.releasesync.testing.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has nothing for a registry needs neither its address nor its token. */
class PublishOneEcosystemTest {

  @TempDir Path temp;

  @Test
  void pythonAloneNeedsNothingOfCratesIo() throws IOException {
    GitSandbox repository =
        GitSandbox.init(temp.resolve("engine"))
            .write(
                "pyproject.toml",
                """
                [project]
                name = "engine"
                version = "1.0.0"

                [build-system]
                requires = ["flit_core"]
                build-backend = "flit_core.buildapi"
                """)
            .commit("feat: first");
    Files.write(
        dist().resolve("engine-1.0.0-py3-none-any.whl"),
        Archives.wheel("engine", "1.0.0", "py3-none-any", "x = 1\n"));

    try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
      PublishResult result =
          publish(
              repository,
              Map.of("PYPI_TOKEN", sandbox.tokens().pypi()),
              Optional.empty(),
              Optional.of(sandbox));
      assertThat(result.outcome().orElseThrow().isDone()).isTrue();
    }
  }

  @Test
  void aCrateAloneNeedsNothingOfPyPi() throws IOException {
    GitSandbox repository =
        GitSandbox.init(temp.resolve("engine"))
            .write("Cargo.toml", "[package]\nname = \"engine\"\nversion = \"1.0.0\"\n")
            .write("src/lib.rs", "")
            .commit("feat: first");
    ArtifactFiles.crate(dist(), "engine", "1.0.0", "description = \"x\"\nlicense = \"MIT\"");

    try (Sandbox sandbox = Sandbox.start(SandboxOptions.standard())) {
      PublishResult result =
          publish(
              repository,
              Map.of("CARGO_REGISTRY_TOKEN", sandbox.tokens().crates()),
              Optional.of(sandbox),
              Optional.empty());
      assertThat(result.outcome().orElseThrow().isDone()).isTrue();
    }
  }

  private Path dist() throws IOException {
    return Files.createDirectories(temp.resolve("dist"));
  }

  private PublishResult publish(
      GitSandbox repository,
      Map<String, String> environment,
      Optional<Sandbox> crates,
      Optional<Sandbox> python) {
    PublishRequest request =
        new PublishRequest(
            repository.directory(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(temp.resolve("dist")),
            Settings.none(),
            Optional.empty(),
            true,
            true,
            crates.map(Sandbox::cratesIndex),
            python.map(Sandbox::pypiUploadUrl),
            python.map(Sandbox::pypiIndexUrl),
            Timeouts.rehearsal());
    return new ReleaseSync(new SystemProcessRunner(System.getenv()), environment)
        .publish(request, ExecutionListener.NONE);
  }
}
