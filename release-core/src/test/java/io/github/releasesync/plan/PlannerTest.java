package io.github.releasesync.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.artifact.ArtifactKind;
import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.facts.SnapshotReader;
import io.github.releasesync.files.Sha256;
import io.github.releasesync.git.Git;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.Groups;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.testing.GitSandbox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is planned for a tree and the files of its dist folder. */
class PlannerTest {

  @TempDir Path temp;
  private GitSandbox repository;

  @BeforeEach
  void aWorkspaceOfOneVersion() {
    repository =
        GitSandbox.init(temp.resolve("r"))
            .write(
                "Cargo.toml",
                "[workspace]\nmembers = [\"crates/*\"]\n[workspace.package]\nversion = \"1.0.0\"\n");
  }

  @Test
  void aCrateComesAfterAllThatItRequires() {
    crate("alone", "");
    crate("base", "");
    crate("middle", "[dependencies]\nbase = { path = \"../base\", version = \"1\" }\n");
    crate(
        "top",
        "[dependencies]\nbase = { path = \"../base\", version = \"1\" }\n"
            + "[build-dependencies]\nmiddle = { path = \"../middle\", version = \"1\" }\n");
    ReleasePlan plan = plan(crateFiles("top", "middle", "base", "alone"));
    assertThat(levels(plan))
        .containsExactly(entry("alone", 0), entry("base", 0), entry("middle", 1), entry("top", 2));
    assertThat(plan.crates().get(3).needs())
        .containsExactly("cargo:base@1.0.0", "cargo:middle@1.0.0");
  }

  @Test
  void whatAnotherToolPublishesIsRequiredAndNotSent() {
    crate("base", "");
    crate("top", "[dependencies]\nbase = { path = \"../base\", version = \"1\" }\n");
    Settings settings = Settings.of(List.of(), null, List.of("cargo:ba?e"));
    ReleasePlan plan = plan(crateFiles("top"), settings);
    assertThat(levels(plan)).containsExactly(entry("top", 0));
    assertThat(plan.crates().get(0).needs()).isEmpty();
    assertThat(plan.required()).extracting(RequiredPackage::id).containsExactly("cargo:base@1.0.0");
    assertThat(ReleasePlan.fromJson(plan.toJson())).isEqualTo(plan);
    assertThat(plan.digest()).isNotEqualTo(plan(crateFiles("top", "base")).digest());
  }

  /** cargo resolves a dev-dependency that has a version when it packages, so it must be there. */
  @Test
  void aDevDependencyOrdersOnlyIfItHasAVersion() {
    crate("anvil", "[dev-dependencies]\nhelpers = { path = \"../helpers\", version = \"1\" }\n");
    crate("helpers", "");
    crate("bolt", "[dev-dependencies]\nhelpers = { path = \"../helpers\" }\n");
    assertThat(levels(plan(crateFiles("anvil", "bolt", "helpers"))))
        .containsExactly(entry("bolt", 0), entry("helpers", 0), entry("anvil", 1));
  }

  @Test
  void aCircleIsRefusedAndOnlyItsCratesAreNamed() {
    crate("one", "[dependencies]\ntwo = { path = \"../two\", version = \"1\" }\n");
    crate("two", "[dev-dependencies]\none = { path = \"../one\", version = \"1\" }\n");
    crate("waits", "[dependencies]\none = { path = \"../one\", version = \"1\" }\n");
    Problem problem = refused(crateFiles("one", "two", "waits"));
    assertThat(problem.code()).isEqualTo(Code.CRATE_ORDER);
    assertThat(problem.message()).endsWith(": one, two");
  }

  @Test
  void theSameCircleWithoutItsVersionIsNone() {
    crate("one", "[dependencies]\ntwo = { path = \"../two\", version = \"1\" }\n");
    crate("two", "[dev-dependencies]\none = { path = \"../one\" }\n");
    assertThat(levels(plan(crateFiles("one", "two"))))
        .containsExactly(entry("two", 0), entry("one", 1));
  }

  @Test
  void aFileThatIsMissingIsNamedWithItsManifest() {
    crate("base", "");
    crate("top", "");
    Problem problem = refused(crateFiles("base"));
    assertThat(problem.code()).isEqualTo(Code.ARTIFACTS_INCOMPLETE);
    assertThat(problem.place().file()).isEqualTo("crates/top/Cargo.toml");
    assertThat(problem.message()).contains("cargo:top 1.0.0");
  }

  @Test
  void aFileOfAnotherVersionIsNotTaken() {
    crate("base", "");
    List<Artifact> old = List.of(artifact(ArtifactKind.CRATE, "base", "0.9.0", "base-0.9.0.crate"));
    assertThat(refused(old).code()).isEqualTo(Code.ARTIFACTS_INCOMPLETE);
  }

  @Test
  void aProjectWithoutAnyFileIsMissingToo() {
    crate("base", "");
    python("base-py");
    Problem problem = refused(crateFiles("base"));
    assertThat(problem.code()).isEqualTo(Code.ARTIFACTS_INCOMPLETE);
    assertThat(problem.place().file()).isEqualTo("python/base-py/pyproject.toml");
  }

  @Test
  void whereNothingIsPublishableThereIsNoPlan() {
    crate("base", "", "publish = false\n");
    assertThat(refused(crateFiles("base")).code()).isEqualTo(Code.NOTHING_TO_PUBLISH);
  }

  @Test
  void aCrateThatIsNotPublishableIsLeftOutAndOrdersNothing() {
    crate("base", "");
    crate(
        "xtask",
        "[dependencies]\nbase = { path = \"../base\", version = \"1\" }\n",
        "publish = false\n");
    assertThat(levels(plan(crateFiles("base", "xtask")))).containsExactly(entry("base", 0));
  }

  /** The canary meets PyPI's checks first, so it is the wheel that the fewest would install. */
  @Test
  void theCanaryIsAWheelOfAnUnusualPlatformAndTheSdistIsLast() {
    crate("base", "");
    python("base-py");
    List<Artifact> built = new ArrayList<>(crateFiles("base"));
    built.add(sdist("base_py"));
    built.add(wheel("base_py", "manylinux_2_17_x86_64"));
    built.add(wheel("base_py", "win_amd64"));
    built.add(wheel("base_py", "musllinux_1_2_s390x"));
    built.add(wheel("base_py", "macosx_11_0_arm64"));
    List<String> files =
        plan(built).files().stream().map(file -> file.artifact().filename()).toList();
    assertThat(files.get(0)).contains("s390x");
    assertThat(files.get(3)).contains("manylinux");
    assertThat(files.get(4)).endsWith(".tar.gz");
  }

  @Test
  void severalProjectsShareOneCanaryAndTheirSdistsComeAtTheEnd() {
    crate("base", "");
    python("base-py");
    python("base-cli");
    List<Artifact> built = new ArrayList<>(crateFiles("base"));
    for (String name : List.of("base_py", "base_cli")) {
      built.add(sdist(name));
      built.add(wheel(name, "win_amd64"));
      built.add(wheel(name, "macosx_11_0_arm64"));
    }
    List<Step> steps = plan(built).steps();
    assertThat(steps)
        .extracting(step -> step.getClass().getSimpleName() + " " + step.artifacts().size())
        .containsExactly(
            "PublishCrates 1",
            "AwaitCrates 1",
            "UploadCanary 1",
            "UploadFiles 3",
            "UploadFiles 2",
            "ReadBack 7");
    assertThat(steps.get(4).artifacts())
        .allMatch(file -> file.artifact().kind() == ArtifactKind.SDIST);
  }

  @Test
  void aPreReleaseIsFoundInEachSpelling() {
    repository.write(
        "Cargo.toml",
        "[workspace]\nmembers = [\"crates/*\"]\n[workspace.package]\nversion = \"1.0.0-rc.1\"\n");
    crate("base", "");
    python("base-py", "1.0.0rc1");
    ReleasePlan plan =
        plan(
            List.of(
                artifact(ArtifactKind.CRATE, "base", "1.0.0-rc.1", "base-1.0.0-rc.1.crate"),
                artifact(ArtifactKind.SDIST, "base_py", "1.0.0rc1", "base_py-1.0.0rc1.tar.gz")));
    assertThat(plan.version()).isEqualTo("1.0.0-rc.1");
    assertThat(plan.artifacts()).hasSize(2);
  }

  private void crate(String name, String dependencies) {
    crate(name, dependencies, "");
  }

  private void crate(String name, String dependencies, String more) {
    String head = "[package]\nname = \"" + name + "\"\nversion.workspace = true\n" + more;
    repository
        .write("crates/" + name + "/Cargo.toml", head + dependencies)
        .write("crates/" + name + "/src/lib.rs", "");
  }

  private void python(String name) {
    python(name, "1.0.0");
  }

  private void python(String name, String version) {
    repository.write(
        "python/" + name + "/pyproject.toml",
        "[project]\nname = \""
            + name
            + "\"\nversion = \""
            + version
            + "\"\n[build-system]\nrequires = [\"flit_core\"]\n");
  }

  private ReleasePlan plan(List<Artifact> built) {
    return plan(built, Settings.none());
  }

  private ReleasePlan plan(List<Artifact> built, Settings settings) {
    SnapshotReader reader =
        new SnapshotReader(new Git(GitSandbox.runner()), repository.directory());
    Snapshot snapshot = reader.read(reader.tree(), settings);
    var groups = Groups.of(snapshot.workspace(), snapshot.past(), List.of());
    assertThat(groups).hasSize(1);
    return new Planner(snapshot.workspace(), groups.get(0), snapshot.settings())
        .plan("c0ffee", built);
  }

  private Problem refused(List<Artifact> built) {
    List<Problem> problems = new ArrayList<>();
    assertThatThrownBy(() -> plan(built))
        .isInstanceOfSatisfying(ReleaseException.class, e -> problems.add(e.problem()));
    return problems.get(0);
  }

  private static Map<String, Integer> levels(ReleasePlan plan) {
    Map<String, Integer> levels = new LinkedHashMap<>();
    plan.crates().forEach(c -> levels.put(c.artifact().packageName(), c.level()));
    return levels;
  }

  private static List<Artifact> crateFiles(String... names) {
    return List.of(names).stream()
        .map(name -> artifact(ArtifactKind.CRATE, name, "1.0.0", name + "-1.0.0.crate"))
        .toList();
  }

  private static Artifact wheel(String name, String platform) {
    String file = name + "-1.0.0-cp39-abi3-" + platform + ".whl";
    return artifact(ArtifactKind.WHEEL, name, "1.0.0", file);
  }

  private static Artifact sdist(String name) {
    return artifact(ArtifactKind.SDIST, name, "1.0.0", name + "-1.0.0.tar.gz");
  }

  private static Artifact artifact(ArtifactKind kind, String name, String version, String file) {
    Sha256 sha256 = Sha256.of(file.getBytes(StandardCharsets.UTF_8));
    return new Artifact(kind, name, version, file, 1, sha256);
  }
}
