package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.publish.ExecutionListener;
import io.github.releasesync.publish.Timeouts;
import io.github.releasesync.testing.GitSandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Note a) of the reports: crates that only a wheel needs, and nothing says that they are released.
 */
class ReportedWheelCratesTest {

  private final ReleaseSync releaser = new ReleaseSync(GitSandbox.runner(), Map.of());

  @TempDir Path temp;
  private GitSandbox git;

  @BeforeEach
  void aWheelOfACrateAndItsLibrary() {
    git = GitSandbox.init(temp.resolve("r")).withUser();
    git.write(
        "Cargo.toml", "[workspace]\nresolver = \"2\"\nmembers = [\"engine\", \"engine-py\"]\n");
    crate("engine", "", "");
    crate("engine-py", "", "\n[lib]\ncrate-type = [\"cdylib\"]\n");
    backend("maturin");
    git.commit("feat: all").annotatedTag("v1.0.0");
    git.write("engine-py/src/more.rs", "").commit("feat: more");
  }

  private void crate(String name, String publish, String more) {
    git.write(
        name + "/Cargo.toml",
        "[package]\nname = \"%s\"\nversion = \"1.0.0\"\nedition = \"2021\"\ndescription = \"d\"\nlicense = \"MIT\"\n%s%s"
            .formatted(name, publish, more));
    git.write(name + "/src/lib.rs", "");
  }

  private void backend(String name) {
    boolean maturin = name.equals("maturin");
    git.write(
        "engine-py/pyproject.toml",
        "[build-system]\nrequires = [%s]\nbuild-backend = \"%s\"\n\n[project]\nname = \"engine\"\nversion = \"1.0.0\"\n%s"
            .formatted(
                maturin ? "\"maturin>=1,<2\"" : "\"setuptools\", \"setuptools-rust\"",
                maturin ? "maturin" : "setuptools.build_meta",
                maturin
                    ? ""
                    : "\n[[tool.setuptools-rust.ext-modules]]\ntarget = \"engine.native\"\n"));
  }

  private NextResult next() {
    return releaser.next(
        new NextRequest(
            git.directory(), Optional.empty(), Optional.empty(), Settings.none(), "auto"));
  }

  private List<Problem> undecided() {
    return next().next().problems().stream().filter(p -> p.code() == Code.CRATE_UNDECIDED).toList();
  }

  private InitResult init(boolean dryRun) {
    ChangeRequest change =
        new ChangeRequest(
            git.directory(),
            Optional.empty(),
            Settings.none(),
            Optional.empty(),
            dryRun,
            Optional.empty());
    return releaser.init(new InitRequest(change, "0.1.0"));
  }

  private Problem refused(Settings settings) throws IOException {
    PublishRequest request =
        new PublishRequest(
            git.directory(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Files.createDirectories(temp.resolve("dist"))),
            settings,
            Optional.empty(),
            false,
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Timeouts.rehearsal());
    return catchThrowableOfType(
            ReleaseException.class, () -> releaser.publish(request, ExecutionListener.NONE))
        .problem();
  }

  @Test
  void aNoteANextNamesIt() {
    assertThat(undecided())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.severity()).isEqualTo(Severity.WARNING);
              assertThat(problem.place().file()).isEqualTo("engine-py/Cargo.toml");
              assertThat(problem.message())
                  .isEqualTo(
                      "only the wheel of pypi:engine needs cargo:engine-py, and nothing says whether"
                          + " crates.io gets it too");
            });
    assertThat(Printed.text(Printed.of(next()))).contains("RS385");
    backend("setuptools-rust");
    assertThat(undecided()).hasSize(1);
  }

  @Test
  void aNoteAInitNamesIt() {
    assertThat(Printed.text(Printed.of(init(true))))
        .contains("warning[RS385] engine-py/Cargo.toml:1:1: only the wheel of pypi:engine needs")
        .contains("write `publish = false` there, or `publish = true` to release it");
  }

  @Test
  void aNoteAPublishRefusesIt() throws Exception {
    Problem refused = refused(Settings.none());
    assertThat(refused.code()).isEqualTo(Code.CRATE_UNDECIDED);
    assertThat(refused.severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void aNoteAPublishIsTheDecision() throws Exception {
    for (String decision :
        List.of("publish = false\n", "publish = true\n", "publish = [\"crates-io\"]\n")) {
      crate("engine-py", decision, "\n[lib]\ncrate-type = [\"cdylib\"]\n");
      assertThat(undecided()).as(decision).isEmpty();
      assertThat(refused(Settings.none()).code()).isNotEqualTo(Code.CRATE_UNDECIDED);
    }
  }

  @Test
  void aNoteAWhatAnotherToolPublishesIsDecided() throws Exception {
    Settings settings = Settings.of(List.of(), List.of(), List.of("cargo:engine-py"));
    assertThat(refused(settings).code()).isNotEqualTo(Code.CRATE_UNDECIDED);
  }

  @Test
  void aNoteAWhatRustCanUseIsNoQuestion() {
    crate("engine-py", "", "\n[lib]\ncrate-type = [\"cdylib\", \"rlib\"]\n");
    assertThat(undecided()).isEmpty();
    crate("engine-py", "", "");
    assertThat(undecided()).isEmpty();
    crate("engine-py", "", "\n[lib]\ncrate-type = [\"cdylib\"]\n\n[[bin]]\nname = \"e\"\n");
    assertThat(undecided()).isEmpty();
    crate("engine-py", "", "\n[lib]\ncrate-type = [\"cdylib\"]\n");
    assertThat(undecided()).hasSize(1);
    git.write("engine-py/src/main.rs", "fn main() {}\n");
    assertThat(undecided()).isEmpty();
  }

  @Test
  void aNoteATagOfItsOwnSaysThatItIsReleased() {
    git.annotatedTag("engine-py-v1.0.0");
    git.write("engine-py/src/yet.rs", "").commit("feat: yet more");
    assertThat(undecided()).isEmpty();
  }
}
