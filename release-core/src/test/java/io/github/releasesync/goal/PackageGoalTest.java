package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is refused, or not needed, before any tool runs: there is none here but git. */
class PackageGoalTest {

  @TempDir Path temp;

  @Test
  void aCredentialInTheEnvironmentIsRefusedBeforeAnythingElse() {
    GitSandbox repository = repository("name = \"demo\"\nversion = \"1.0.0\"\n");
    Map<String, String> environment = Map.of("CARGO_REGISTRY_TOKEN", "hunter2");

    Problem problem = problem(repository, environment, Optional.empty());

    assertThat(problem.code()).isEqualTo(Code.CREDENTIAL_IN_BUILD);
    assertThat(problem.toString()).doesNotContain("hunter2");
    assertThat(repository.path("target")).doesNotExist();
  }

  @Test
  void aGroupThatIsNotThereIsRefusedWithThoseThatAre() {
    GitSandbox repository = repository("name = \"demo\"\nversion = \"1.0.0\"\n");

    Problem problem = problem(repository, Map.of(), Optional.of("other"));

    assertThat(problem.code()).isEqualTo(Code.CONFIGURATION_INVALID);
    assertThat(problem.help().toString()).contains("demo");
  }

  @Test
  void aManifestThatCannotBeReadIsNoPackageToLeaveOut() {
    GitSandbox repository = repository("name = \n");

    assertThat(problem(repository, Map.of(), Optional.empty()).code())
        .isEqualTo(Code.MANIFEST_INVALID);
  }

  @Test
  void whereNothingIsPublishableNoToolIsNeeded() {
    GitSandbox repository = repository("name = \"demo\"\nversion = \"1.0.0\"\npublish = false\n");

    PackageResult result = build(repository, Map.of(), Optional.empty());

    assertThat(Printed.of(result).lastLine()).isEqualTo("Nothing to package");
    assertThat(result.artifacts()).isEmpty();
    assertThat(result.distDirectory()).doesNotExist();
  }

  private GitSandbox repository(String crate) {
    return GitSandbox.init(temp.resolve("r"))
        .write("Cargo.toml", "[package]\n" + crate)
        .write("src/lib.rs", "")
        .commit("feat: first");
  }

  private static PackageResult build(
      GitSandbox repository, Map<String, String> environment, Optional<String> group) {
    return new ReleaseSync(GitSandbox.runner(), environment)
        .build(
            new PackageRequest(
                repository.directory(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Settings.none(),
                group,
                BuildOptions.defaults()),
            line -> {});
  }

  private static Problem problem(
      GitSandbox repository, Map<String, String> environment, Optional<String> group) {
    List<Problem> problems = new ArrayList<>();
    assertThatThrownBy(() -> build(repository, environment, group))
        .isInstanceOfSatisfying(ReleaseException.class, e -> problems.add(e.problem()));
    return problems.get(0);
  }
}
