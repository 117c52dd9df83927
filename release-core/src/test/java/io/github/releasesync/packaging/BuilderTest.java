package io.github.releasesync.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.Command;
import io.github.releasesync.process.ProcessTimeoutException;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.VersionSource;
import io.github.releasesync.report.ProgressText;
import io.github.releasesync.version.Ecosystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is called and how, and what becomes of failures. Real tools have tests of their own. */
class BuilderTest {

  private static final Instant COMMITTED = Instant.ofEpochSecond(1_700_000_000);
  private static final Package CORE = crate("core", "1.0.0");
  private static final Package CLI = crate("cli", "1.0.0");
  private static final CrateBuild TWO = new CrateBuild("", List.of(CORE, CLI), true, true);
  private static final PythonBuild WHEEL =
      new PythonBuild(project("my-demo"), "py", PythonBackend.MATURIN, true, false);
  private static final PythonBuild PURE =
      new PythonBuild(project("my-demo"), "py", PythonBackend.PEP_517, false, false);

  @TempDir Path root;

  private final List<String> said = new ArrayList<>();
  private final List<String> shown = new ArrayList<>();
  private FakeTools tools;
  private BuildSettings settings;

  @BeforeEach
  void usualSettings() throws IOException {
    Files.createDirectories(root.resolve("py"));
    tools =
        new FakeTools()
            .with("cargo", "cargo 1.95.0 (f2d3ce0bd 2026-03-21)")
            .with("python3", "Python 3.11.7")
            .with("maturin", "maturin 1.15.0")
            .that(BuilderTest::makeWhatIsExpected);
    settings = settings(ToolNames.defaults(), Map.of(), false, false, true);
  }

  @Test
  void allCratesOfAWorkspaceArePackagedInOneCall() {
    List<BuiltFile> made = build(TWO);

    assertThat(tools.calls())
        .containsExactly(
            List.of(
                "cargo",
                "package",
                "--package=core",
                "--package=cli",
                "--target-dir=" + root.resolve("out/build/target"),
                "--locked",
                "--offline"));
    assertThat(made).extracting(BuiltFile::owner).containsExactly(CLI, CORE);
    assertThat(made.get(0).file()).hasFileName("cli-1.0.0.crate").exists();
    assertThat(said.get(0)).isEqualTo("packaging 2 crates with cargo 1.95.0");
    assertThat(said.get(1)).matches("built cli-1.0.0.crate, core-1.0.0.crate in [0-9.]+ s");
  }

  @Test
  void cargoAsksTheNetworkWhereTheLockNamesForeignCrates() {
    build(new CrateBuild("", List.of(CORE), false, false));

    assertThat(tools.calls().get(0)).doesNotContain("--offline", "--locked", "--allow-dirty");
  }

  @Test
  void changesAndUnverifiedCratesArePassedOnToCargo() {
    settings = settings(ToolNames.defaults(), Map.of(), false, true, false);

    build(TWO);

    assertThat(tools.calls().get(0)).contains("--allow-dirty", "--no-verify");
  }

  @Test
  void whatAnEarlierBuildLeftIsDeletedBeforeCargoRuns() throws IOException {
    FakeTools.make(root.resolve("out/build/target/package"), "core-0.9.0.crate");

    assertThat(build(TWO)).hasSize(2);
  }

  @Test
  void maturinMakesTheSdistAndThenTheWheelInTheProjectsFolder() {
    List<BuiltFile> made = build(WHEEL);

    Path into = root.resolve("out/build/staged/python-0");
    assertThat(tools.calls())
        .containsExactly(
            List.of("maturin", "sdist", "--out", into.toString()),
            List.of(
                "maturin",
                "build",
                "--release",
                "--out",
                into.toString(),
                "--target-dir=" + root.resolve("out/build/target"),
                "--interpreter=python3",
                "--locked"));
    assertThat(tools.commands).allMatch(c -> c.directory().equals(root.resolve("py")));
    assertThat(made)
        .extracting(f -> f.file().getFileName().toString())
        .containsExactly("my_demo-1.0.0-py3-none-any.whl", "my_demo-1.0.0.tar.gz");
  }

  @Test
  void aCargoThatIsConfiguredByItsPathIsTheOneThatMaturinFinds() {
    String cargo = root.resolve("rust/bin/cargo").toString();
    tools.with(cargo, "cargo 1.95.0");
    settings =
        settings(
            new ToolNames(
                Optional.of("rust/bin/cargo"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            Map.of("PATH", "/usr/bin"),
            false,
            false,
            true);

    build(WHEEL);

    assertThat(tools.commands.get(1).environment().get("PATH"))
        .startsWith(root.resolve("rust/bin").toString())
        .endsWith("/usr/bin");
  }

  @Test
  void otherBackendsAreCalledThroughBuild() {
    build(PURE);

    assertThat(tools.calls())
        .containsExactly(
            List.of(
                "python3",
                "-m",
                "build",
                "--outdir",
                root.resolve("out/build/staged/python-0").toString(),
                "."));
  }

  @Test
  void uvBuildsWhereItIsConfigured() {
    tools.with("uv", "uv 0.9.0");
    settings =
        settings(
            new ToolNames(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("uv")),
            Map.of(),
            false,
            false,
            true);

    build(PURE);

    assertThat(tools.calls().get(0)).startsWith("uv", "build", "--out-dir");
  }

  @Test
  void toolsSeeAnAllowListedEnvironmentAndTheCommitsTime() {
    Map<String, String> parent =
        Map.of(
            "CARGO_HOME", "/home/ada/.cargo",
            "https_proxy", "http://proxy:3128",
            "CARGO_REGISTRY_TOKEN", "secret",
            "AWS_SECRET_ACCESS_KEY", "secret",
            "MATURIN_REPOSITORY_URL", "https://elsewhere");
    settings = settings(ToolNames.defaults(), parent, false, false, true);

    build(TWO);

    assertThat(tools.commands.get(0).environment())
        .containsEntry("CARGO_HOME", "/home/ada/.cargo")
        .containsEntry("https_proxy", "http://proxy:3128")
        .containsEntry("SOURCE_DATE_EPOCH", "1700000000")
        .doesNotContainKeys("AWS_SECRET_ACCESS_KEY", "MATURIN_REPOSITORY_URL")
        .doesNotContainValue("secret");
  }

  @Test
  void aToolThatIsMissingIsNamedWithHowToGetIt() {
    tools = new FakeTools().with("cargo", "cargo 1.95.0");

    Problem problem = problem(() -> build(WHEEL));

    assertThat(problem.code()).isEqualTo(Code.TOOL_MISSING);
    assertThat(problem.place()).hasToString("release-sync.maturin");
    assertThat(problem.help().toString()).contains("pip install maturin", "provisionTools");
  }

  @Test
  void aToolThatIsMissingIsToldBeforeAnythingIsBuilt() {
    tools = new FakeTools().with("cargo", "cargo 1.95.0");
    BuildList both = new BuildList(List.of(TWO), List.of(WHEEL), List.of());

    assertThat(problem(() -> builder().build(both)).code()).isEqualTo(Code.TOOL_MISSING);
    assertThat(tools.calls()).isEmpty();
  }

  @Test
  void aToolThatIsNotNeededMayBeMissing() {
    tools = new FakeTools().with("cargo", "cargo 1.95.0").that(BuilderTest::makeWhatIsExpected);

    assertThat(build(TWO)).hasSize(2);
  }

  @Test
  void aProgramThatDoesNotAnswerForItsVersionIsNotThere() {
    tools.withBroken("python3").with("python", "Python 3.12.1");

    build(PURE);

    assertThat(tools.calls().get(0).get(0)).isEqualTo("python");
  }

  @Test
  void aConfiguredToolThatDoesNotAnswerIsNotReplacedByAnother() {
    settings =
        settings(
            new ToolNames(
                Optional.of("/opt/cargo"), Optional.empty(), Optional.empty(), Optional.empty()),
            Map.of(),
            false,
            false,
            true);

    Problem problem = problem(() -> build(TWO));

    assertThat(problem.code()).isEqualTo(Code.TOOL_MISSING);
    assertThat(problem.message()).contains("release-sync.cargo", "/opt/cargo");
  }

  @Test
  void toolsThatAreInstalledForTheRepositoryAreUsedAgain() {
    String bin = root.resolve("out/tools/python/bin").toString();
    tools.with(bin + "/python", "Python 3.11.7").with(bin + "/maturin", "maturin 1.15.0");
    settings = settings(ToolNames.defaults(), Map.of(), true, false, true);

    build(WHEEL);
    int calls = tools.calls().size();
    build(WHEEL);

    assertThat(tools.calls().get(0))
        .containsExactly("python3", "-m", "venv", root.resolve("out/tools/python").toString());
    assertThat(tools.calls().get(1))
        .containsExactly(bin + "/python", "-m", "pip", "install", "maturin==1.15.0", "build>=1.2");
    assertThat(tools.calls().get(2)).startsWith(bin + "/maturin", "sdist");
    assertThat(tools.calls().subList(calls, tools.calls().size()))
        .hasSize(2)
        .allMatch(argv -> argv.get(0).equals(bin + "/maturin"));
  }

  @Test
  void aFailureShowsTheLastLinesAndNamesCommandExitCodeAndLog() {
    tools.that(
        command -> {
          StringBuilder text = new StringBuilder();
          for (int i = 1; i <= 50; i++) {
            text.append("line ").append(i).append("\n\n");
          }
          Path log = command.outputFile().orElseThrow();
          Files.writeString(log, text, StandardOpenOption.APPEND);
          return 101;
        });

    Problem problem = problem(() -> build(TWO));

    assertThat(problem.code()).isEqualTo(Code.TOOL_FAILED);
    assertThat(problem.place()).hasToString("out/logs/cargo-package.log");
    assertThat(problem.message()).startsWith("`cargo package").endsWith("exit code 101");
    assertThat(shown).hasSize(20).startsWith("line 31").endsWith("line 50");
    assertThat(root.resolve("out/logs/cargo-package.log")).content().startsWith("$ cargo package");
  }

  @Test
  void aToolThatWasKilledIsSaidToBe() {
    tools.that(command -> 137);

    assertThat(problem(() -> build(TWO)).message()).endsWith("was killed by signal 9");
  }

  @Test
  void aToolThatTakesTooLongIsStopped() {
    tools.that(
        command -> {
          throw new ProcessTimeoutException("cargo", command.timeout());
        });

    Problem problem = problem(() -> build(TWO));

    assertThat(problem.code()).isEqualTo(Code.TOOL_STOPPED);
    assertThat(problem.message()).contains("did not finish within 60 s");
    assertThat(problem.help().toString()).contains("buildTimeout");
  }

  @Test
  void aBuildThatMakesNothingIsNoSuccess() {
    tools.that(command -> 0);

    assertThat(problem(() -> build(TWO)).code()).isEqualTo(Code.ARTIFACT_UNEXPECTED);
    assertThat(problem(() -> build(WHEEL)).code()).isEqualTo(Code.ARTIFACT_UNEXPECTED);
  }

  @Test
  void aWheelOfAnotherVersionIsRefused() {
    tools.that(
        command -> {
          FakeTools.make(
              FakeTools.option(command, "--outdir"),
              "my_demo-1.0.1-py3-none-any.whl",
              "my_demo-1.0.1.tar.gz");
          return 0;
        });

    Problem problem = problem(() -> build(PURE));

    assertThat(problem.code()).isEqualTo(Code.ARTIFACT_UNEXPECTED);
    assertThat(problem.message()).contains("my_demo-1.0.1", "instead of version 1.0.0");
  }

  @Test
  void twoPackagesThatMakeTheSameFileAreRefused() {
    CrateBuild twin = new CrateBuild("py", List.of(crate("core", "1.0.0")), false, true);
    CrateBuild one = new CrateBuild("", List.of(CORE), false, true);

    Problem problem =
        problem(() -> builder().build(new BuildList(List.of(one, twin), List.of(), List.of())));

    assertThat(problem.code()).isEqualTo(Code.ARTIFACT_UNEXPECTED);
    assertThat(problem.message()).startsWith("core-1.0.0.crate is also built by");
  }

  private static int makeWhatIsExpected(Command command) throws IOException {
    List<String> argv = command.argv();
    if (argv.contains("package")) {
      Path folder = FakeTools.option(command, "--target-dir").resolve("package");
      for (String argument : argv) {
        if (argument.startsWith("--package=")) {
          FakeTools.make(folder, argument.substring("--package=".length()) + "-1.0.0.crate");
        }
      }
    } else if (argv.contains("sdist")) {
      FakeTools.make(FakeTools.option(command, "--out"), "my_demo-1.0.0.tar.gz");
    } else if (argv.contains("--release")) {
      FakeTools.make(FakeTools.option(command, "--out"), "my_demo-1.0.0-py3-none-any.whl");
    } else if (argv.contains("build")) {
      String out = argv.contains("--outdir") ? "--outdir" : "--out-dir";
      Path folder = FakeTools.option(command, out);
      FakeTools.make(folder, "my_demo-1.0.0.tar.gz", "my_demo-1.0.0-py3-none-any.whl");
    }
    return 0;
  }

  private List<BuiltFile> build(CrateBuild build) {
    return builder().build(new BuildList(List.of(build), List.of(), List.of()));
  }

  private List<BuiltFile> build(PythonBuild build) {
    return builder().build(new BuildList(List.of(), List.of(build), List.of()));
  }

  private Builder builder() {
    return new Builder(
        tools,
        settings,
        Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
        event -> {
          if (event instanceof BuildEvent.ToolWrote wrote) {
            shown.add(wrote.line());
          } else {
            new ProgressText(line -> said.add(line.text())).happens(event);
          }
        });
  }

  private BuildSettings settings(
      ToolNames names,
      Map<String, String> environment,
      boolean provision,
      boolean allowChanges,
      boolean verify) {
    return new BuildSettings(
        root,
        root.resolve("out"),
        names,
        provision,
        allowChanges,
        verify,
        true,
        false,
        Duration.ofSeconds(60),
        environment,
        Optional.of(COMMITTED));
  }

  private static Problem problem(ThrowingCallable call) {
    List<Problem> problems = new ArrayList<>();
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(ReleaseException.class, e -> problems.add(e.problem()));
    return problems.get(0);
  }

  private static Package crate(String name, String version) {
    return new Package(
        Ecosystem.CARGO,
        name,
        name + "/Cargo.toml",
        Optional.of(version),
        Optional.empty(),
        VersionSource.LITERAL,
        Optional.empty(),
        true);
  }

  private static Package project(String name) {
    return new Package(
        Ecosystem.PYPI,
        name,
        "py/pyproject.toml",
        Optional.of("1.0.0"),
        Optional.empty(),
        VersionSource.LITERAL,
        Optional.empty(),
        true);
  }
}
