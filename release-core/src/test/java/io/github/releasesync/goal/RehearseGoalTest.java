package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.publish.Timeouts;
import io.github.releasesync.testing.GitSandbox;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearseGoalTest {

  @TempDir Path temp;

  /** A name that was mistyped must not cost a whole build first. */
  @Test
  void aRehearsalKnowsItsFaultsBeforeItBuilds() {
    GitSandbox repository =
        GitSandbox.init(temp.resolve("r"))
            .write("Cargo.toml", "[package]\nname = \"demo\"\nversion = \"1.0.0\"\n")
            .write("src/lib.rs", "")
            .commit("feat: a crate");
    PackageRequest packaging =
        new PackageRequest(
            repository.directory(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Settings.none(),
            Optional.empty(),
            BuildOptions.defaults());
    RehearsalRequest request =
        new RehearsalRequest(
            packaging, "pypi-down", Timeouts.rehearsal(), RehearsalRequest.OnMissingTool.FAIL);
    ReleaseSync releaser = new ReleaseSync(GitSandbox.runner(), Map.of());
    ReleaseException refused =
        catchThrowableOfType(ReleaseException.class, () -> releaser.rehearse(request, line -> {}));
    assertThat(refused.problem().code()).isEqualTo(Code.FAULT_UNKNOWN);
    assertThat(repository.path("target")).doesNotExist();
  }
}
