package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.SystemProcessRunner;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.report.PackageJson;
import io.github.releasesync.report.ProgressText;
import io.github.releasesync.testing.Examples;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.testing.JsonSchema;
import io.github.releasesync.testing.Toolchains;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples, packaged by real cargo, maturin and Python, without a network. */
class PackageRealToolsTest {

  @TempDir Path temp;

  private final List<String> said = new ArrayList<>();

  @Test
  void theQuickstartBecomesACrateAWheelAndAnSdist() throws IOException {
    GitSandbox repository = example("quickstart");

    PackageResult result = build(repository.directory(), Examples.withMaturin());

    assertThat(names(result))
        .hasSize(3)
        .contains("quickstart-engine-0.3.0.crate", "quickstart_engine-0.3.0.tar.gz")
        .anyMatch(name -> name.matches("quickstart_engine-0\\.3\\.0-py3-none-.*\\.whl"));
    assertThat(result.commit()).contains(repository.head());
    assertThat(result.dirty()).isFalse();
    assertThat(said).anyMatch(line -> line.startsWith("packaging quickstart-engine with cargo 1."));
    assertThat(repository.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void theListsSayWhatTheFolderHolds() throws IOException {
    GitSandbox repository = example("quickstart");

    PackageResult result = build(repository.directory(), Examples.withMaturin());

    List<String> sums = new ArrayList<>();
    for (Artifact artifact : result.artifacts()) {
      assertThat(Artifact.read(result.distDirectory().resolve(artifact.filename())))
          .isEqualTo(artifact);
      sums.add(artifact.sha256() + "  " + artifact.filename());
    }
    assertThat(Files.readAllLines(result.distDirectory().resolve("SHA256SUMS"))).isEqualTo(sums);
    assertThat(Files.readString(result.distDirectory().resolve("artifacts.json")))
        .contains("\"schema\": 1", "\"commit\": \"" + repository.head() + "\"")
        .contains("\"kind\": \"crate\"", "\"package\": \"quickstart-engine\"");
    try (Stream<Path> files = Files.list(result.distDirectory())) {
      assertThat(files).hasSize(3 + 2);
    }
  }

  @Test
  void aCrateIsPackagedTogetherWithTheUnpublishedSiblingThatItNeeds() throws IOException {
    GitSandbox repository = example("two-crates");

    PackageResult result = build(repository.directory(), Examples.withMaturin());

    assertThat(names(result))
        .hasSize(4)
        .contains("tally-cli-1.4.0.crate", "tally-core-1.4.0.crate", "tally_cli-1.4.0.tar.gz");
  }

  @Test
  void unchangedSourcesGiveTheSameBytesAgain() throws IOException {
    GitSandbox repository = example("two-crates");
    PackageResult first = build(repository.directory(), Examples.withMaturin());
    String lists = lists(first);
    delete(repository.path("target"));

    PackageResult second = build(repository.directory(), Examples.withMaturin());

    assertThat(second.artifacts()).isEqualTo(first.artifacts());
    assertThat(lists(second)).isEqualTo(lists);
  }

  @Test
  void aPurePythonProjectBecomesAWheelAndAnSdist() throws IOException {
    GitSandbox repository = example("pure-python");
    BuildOptions options = Examples.withPython();

    PackageResult first = build(repository.directory(), options);
    PackageResult second = build(repository.directory(), options);

    assertThat(names(first))
        .containsExactly("tally_words-2.1.0-py3-none-any.whl", "tally_words-2.1.0.tar.gz");
    assertThat(second.artifacts()).isEqualTo(first.artifacts());
  }

  @Test
  void aReleaseReplacesTheArtifactsOfTheOneBefore() throws IOException {
    Toolchains.require("cargo");
    GitSandbox repository = crate("0.1.0");
    Path dist = build(repository.directory(), BuildOptions.defaults()).distDirectory();
    Files.writeString(dist.resolve("notes.txt"), "mine");
    Files.writeString(dist.resolve("demo-core-0.1.0.crate"), "of another package");
    writeManifest(repository, "0.2.0");
    repository.commit("feat: 0.2.0");

    PackageResult result = build(repository.directory(), BuildOptions.defaults());

    assertThat(names(result)).containsExactly("demo-0.2.0.crate");
    assertThat(dist.resolve("demo-0.1.0.crate")).doesNotExist();
    assertThat(dist.resolve("notes.txt")).exists();
    assertThat(dist.resolve("demo-core-0.1.0.crate")).exists();
    assertThat(Printed.of(result).lines())
        .anyMatch(l -> l.text().equals("removed demo-0.1.0.crate, of another version"));
  }

  @Test
  void aDistFolderOfOnesOwnLeavesTheTreeClean() throws IOException {
    Toolchains.require("cargo");
    GitSandbox repository = crate("0.1.0");
    PackageRequest request =
        new PackageRequest(
            repository.directory(),
            Optional.empty(),
            Optional.of(Path.of("out")),
            Optional.of(Path.of("artifacts")),
            Settings.none(),
            Optional.empty(),
            BuildOptions.defaults());
    ReleaseSync releaser = new ReleaseSync(new SystemProcessRunner(System.getenv()));

    releaser.build(request, line -> {});
    releaser.build(request, line -> {});

    assertThat(repository.path("artifacts/demo-0.1.0.crate")).exists();
    assertThat(repository.path(".artifacts.unfinished")).doesNotExist();
    assertThat(repository.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void aTreeThatIsNotCommittedIsRefusedUnlessAllowed() throws IOException {
    Toolchains.require("cargo");
    GitSandbox repository = crate("0.1.0").write("src/lib.rs", "// changed\n");

    assertThatThrownBy(() -> build(repository.directory(), BuildOptions.defaults()))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(Code.TREE_CHANGED);
              assertThat(e.problem().message()).contains("src/lib.rs");
            });
    BuildOptions usual = BuildOptions.defaults();
    BuildOptions allowed =
        new BuildOptions(
            usual.tools(), false, true, true, true, false, false, Duration.ofMinutes(5));
    assertThat(build(repository.directory(), allowed).dirty()).isTrue();
  }

  @Test
  void aCrateThatDoesNotCompileLeavesNothingInDistAndShowsWhy() throws IOException {
    Toolchains.require("cargo");
    GitSandbox repository = crate("0.1.0");
    Path dist = build(repository.directory(), BuildOptions.defaults()).distDirectory();
    writeManifest(repository, "0.2.0");
    repository.write("src/lib.rs", "pub fn broken( {}\n").commit("feat: broken");

    assertThatThrownBy(() -> build(repository.directory(), BuildOptions.defaults()))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(Code.TOOL_FAILED);
              assertThat(e.problem().place())
                  .hasToString("target/release-sync/logs/cargo-package.log");
              assertThat(e.problem().message()).contains("--package=demo", "exit code 101");
            });
    assertThat(said).anyMatch(line -> line.contains("pub fn broken( {}"));
    assertThat(dist.resolve("demo-0.2.0.crate")).doesNotExist();
    assertThat(dist.resolve("demo-0.1.0.crate")).exists();
  }

  private GitSandbox example(String name) {
    return Examples.repository(name, temp.resolve(name));
  }

  private GitSandbox crate(String version) {
    GitSandbox repository = GitSandbox.init(temp.resolve("demo"));
    writeManifest(repository, version);
    return repository
        .write("src/lib.rs", "")
        .write(".gitignore", "target/\nCargo.lock\n")
        .commit("feat: x");
  }

  private static void writeManifest(GitSandbox repository, String version) {
    repository.write(
        "Cargo.toml",
        """
        [package]
        name = "demo"
        version = "%s"
        edition = "2021"
        """
            .formatted(version));
  }

  private PackageResult build(Path root, BuildOptions options) {
    said.clear();
    PackageResult result =
        new ReleaseSync(new SystemProcessRunner(System.getenv()), Examples.variables())
            .build(
                new PackageRequest(
                    root,
                    Optional.of(root),
                    Optional.empty(),
                    Optional.empty(),
                    Settings.none(),
                    Optional.empty(),
                    options),
                new ProgressText(line -> said.add(line.text())));
    assertThat(JsonSchema.of("package").violations(PackageJson.write(result))).isEmpty();
    return result;
  }

  private static List<String> names(PackageResult result) {
    return result.artifacts().stream().map(Artifact::filename).toList();
  }

  private static String lists(PackageResult result) throws IOException {
    return Files.readString(result.distDirectory().resolve("SHA256SUMS"))
        + Files.readString(result.distDirectory().resolve("artifacts.json"));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
