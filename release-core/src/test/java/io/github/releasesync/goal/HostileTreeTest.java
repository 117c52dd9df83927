package io.github.releasesync.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.Command;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.process.ProgramNotFoundException;
import io.github.releasesync.process.SystemProcessRunner;
import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.settings.RuleSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.report.ContinuousIntegrationOutput;
import io.github.releasesync.report.MavenWording;
import io.github.releasesync.report.ReportLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that nobody writes on purpose, and files that somebody does: whatever stands in the tree,
 * check ends soon with findings, and shows nothing from outside the root.
 */
class HostileTreeTest {

  private static final Duration GUARD = Duration.ofSeconds(5);
  private static final String LINKS = "a link needs a privilege on Windows";
  private static final String SECRET = "9.9.9-alpha.4711";

  private static final ProcessRunner NO_GIT =
      command -> {
        throw new ProgramNotFoundException(command.program());
      };

  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void somethingToFindOutside() throws IOException {
    root = Files.createDirectories(temp.resolve("root"));
    String crate = "[package]\nname = \"outside\"\nversion = \"" + SECRET + "\"\n";
    write(temp.resolve("outside/Cargo.toml"), crate);
    write(temp.resolve("outside/version.txt"), SECRET);
    write(temp.resolve("outside/version.py"), "__version__ = \"" + SECRET + "\"\n");
  }

  @Test
  void aLineOfOneMegabyteIsReadInNoTime() throws IOException {
    String megabyte = "x".repeat(1 << 20);
    Map<String, String> healthy = HealthyTree.files();
    for (Map.Entry<String, String> file : healthy.entrySet()) {
      write(root.resolve(file.getKey()), file.getValue());
    }
    for (Map.Entry<String, String> file : healthy.entrySet()) {
      String text = file.getValue();
      for (String mutant :
          List.of(
              megabyte + text,
              text + megabyte,
              text.replaceFirst("1\\.2\\.0", "1.2." + megabyte))) {
        write(root.resolve(file.getKey()), mutant);
        assertHarmless(check(file.getKey()));
      }
      write(root.resolve(file.getKey()), text);
    }
  }

  @Test
  void pathsThatLeaveTheRootAreNotFollowed() throws IOException {
    write(
        root.resolve("Cargo.toml"),
        "[workspace]\nmembers = [\"../outside\", \"a/../../outside\"]\n"
            + "[workspace.dependencies]\noutside = { path = \"../outside\" }\n");
    write(
        root.resolve("m/pyproject.toml"),
        "[project]\nname = \"m\"\ndynamic = [\"version\"]\n"
            + "[build-system]\nrequires = [\"maturin\"]\nbuild-backend = \"maturin\"\n"
            + "[tool.maturin]\nmanifest-path = \"../../outside/Cargo.toml\"\n");
    write(
        root.resolve("h/pyproject.toml"),
        "[project]\nname = \"h\"\ndynamic = [\"version\"]\n"
            + "[build-system]\nrequires = [\"hatchling\"]\nbuild-backend = \"hatchling.build\"\n"
            + "[tool.hatch.version]\npath = \"../../outside/version.py\"\n");
    write(
        root.resolve("s/setup.cfg"),
        "[metadata]\nname = s\nversion = file: ../../outside/version.txt\n");
    write(
        root.resolve("p/pom.xml"),
        "<project><parent><groupId>g</groupId><artifactId>p</artifactId><version>1</version>"
            + "<relativePath>../../outside/pom.xml</relativePath></parent>"
            + "<artifactId>c</artifactId></project>");
    assertHarmless(check("paths"));
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = LINKS)
  void linksThatLeaveTheRootAreRefusedUnread() throws IOException {
    Files.createSymbolicLink(
        root.resolve("Cargo.toml"), temp.resolve("outside").resolve("Cargo.toml"));
    Files.createDirectories(root.resolve("h/h"));
    Files.createSymbolicLink(
        root.resolve("h/h/__init__.py"), temp.resolve("outside").resolve("version.py"));
    write(
        root.resolve("h/pyproject.toml"),
        "[project]\nname = \"h\"\ndynamic = [\"version\"]\n"
            + "[build-system]\nrequires = [\"hatchling\"]\nbuild-backend = \"hatchling.build\"\n"
            + "[tool.hatch.version]\npath = \"h/__init__.py\"\n");
    Files.createSymbolicLink(root.resolve("folder"), temp.resolve("outside"));
    write(
        root.resolve("s/pyproject.toml"),
        "[project]\nname = \"s\"\ndynamic = [\"version\"]\n"
            + "[build-system]\nrequires = [\"hatchling\"]\nbuild-backend = \"hatchling.build\"\n"
            + "[tool.hatch.version]\npath = \"../folder/version.py\"\n");
    CheckResult result = check("links");
    assertHarmless(result);
    assertThat(result.assessment().findings())
        .filteredOn(f -> f.code() == Code.FILE_UNREADABLE)
        .extracting(f -> f.place().file())
        .containsExactlyInAnyOrder("Cargo.toml", "h/h/__init__.py", "folder/version.py");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = LINKS)
  void linksInALoopAreOneFinding() throws IOException {
    Files.createSymbolicLink(root.resolve("Cargo.toml"), Path.of("pom.xml"));
    Files.createSymbolicLink(root.resolve("pom.xml"), Path.of("Cargo.toml"));
    Files.createDirectories(root.resolve("a"));
    Files.createSymbolicLink(root.resolve("a/up"), Path.of(".."));
    write(root.resolve("pyproject.toml"), "[project]\nname = \"p\"\nversion = \"1.0.0\"\n");
    CheckResult result = check("loop");
    assertHarmless(result);
    assertThat(result.assessment().workspace().packages()).hasSize(1);
  }

  @Test
  void aFolderNamedLikeAManifestIsNoManifest() throws IOException {
    write(root.resolve("Cargo.toml/pyproject.toml"), "[project]\nname='p'\nversion='1.0.0'\n");
    CheckResult result = check("folder");
    assertHarmless(result);
    assertThat(result.assessment().workspace().packages()).hasSize(1);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no pipes among its files")
  void aPipeIsNotWaitedFor() throws IOException {
    new SystemProcessRunner(System.getenv()).run(Command.of(root, "mkfifo", "pyproject.toml"));
    Assumptions.assumeTrue(Files.exists(root.resolve("pyproject.toml")), "no mkfifo here");
    CheckResult result = check("pipe");
    assertHarmless(result);
    assertThat(codes(result)).contains(Code.FILE_UNREADABLE);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no POSIX permissions")
  void aFileThatMayNotBeReadIsNamed() throws IOException {
    write(root.resolve("Cargo.toml"), "[package]\nname = \"c\"\nversion = \"1.0.0\"\n");
    Files.setPosixFilePermissions(root.resolve("Cargo.toml"), java.util.Set.of());
    Assumptions.assumeFalse(
        Files.isReadable(root.resolve("Cargo.toml")), "this user can read every file");
    assertThat(codes(check("unreadable"))).contains(Code.FILE_UNREADABLE);
  }

  @Test
  void aPathThatNoSystemHasIsAFileThatIsNotThere() throws IOException {
    write(
        root.resolve("Cargo.toml"),
        "[workspace]\nmembers = [\"c\", \"a\\u0000b\"]\n[workspace.package]\nversion = \"1.0.0\"\n");
    write(
        root.resolve("c/Cargo.toml"),
        "[package]\nname = \"c\"\nversion.workspace = true\nreadme = \"R\\u0000\"\n");
    write(root.resolve("s/setup.cfg"), "[metadata]\nname = s\nversion = attr: s\0t.version\n");
    CheckResult result = check("NUL");
    assertHarmless(result);
    assertThat(codes(result)).contains(Code.MEMBER_MISSING);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = LINKS)
  void linksInsideTheRootAreFollowed() throws IOException {
    write(root.resolve("real/version.py"), "__version__ = \"1.2.0\"\n");
    Files.createSymbolicLink(root.resolve("link"), Path.of("real"));
    write(
        root.resolve("h/pyproject.toml"),
        "[project]\nname = \"h\"\ndynamic = [\"version\"]\n"
            + "[build-system]\nrequires = [\"hatchling\"]\nbuild-backend = \"hatchling.build\"\n"
            + "[tool.hatch.version]\npath = \"../link/version.py\"\n");
    write(root.resolve("shared.toml"), "[package]\nname = \"c\"\nversion = \"1.2.0\"\n");
    Files.createDirectories(root.resolve("c"));
    Files.createSymbolicLink(root.resolve("c/Cargo.toml"), Path.of("../shared.toml"));
    CheckResult result = check("links inside");
    assertThat(result.assessment().workspace().packages())
        .extracting(p -> p.id() + " " + p.version().orElse("-"))
        .containsExactly("cargo:c 1.2.0", "pypi:h 1.2.0");
    assertThat(codes(result)).doesNotContain(Code.FILE_UNREADABLE);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = LINKS)
  void aMemberThatIsALinkToAFolderIsThatFolder() throws IOException {
    write(root.resolve("Cargo.toml"), "[workspace]\nmembers = [\"linked\"]\n");
    write(root.resolve("real/Cargo.toml"), "[package]\nname = \"r\"\nversion = \"1.2.0\"\n");
    Files.createSymbolicLink(root.resolve("linked"), Path.of("real"));
    CheckResult result = check("linked member");
    assertThat(result.assessment().workspace().packages())
        .extracting(p -> p.id() + " " + p.manifest())
        .containsExactly("cargo:r real/Cargo.toml");
    assertThat(codes(result)).doesNotContain(Code.MEMBER_MISSING, Code.MANIFEST_LEFT_OUT);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = LINKS)
  void aMemberThatIsALinkOutOfTheRootIsRefusedByName() throws IOException {
    write(root.resolve("Cargo.toml"), "[workspace]\nmembers = [\"linked\"]\n");
    Files.createSymbolicLink(root.resolve("linked"), temp.resolve("outside"));
    CheckResult result = check("linked member");
    assertHarmless(result);
    assertThat(result.assessment().findings())
        .extracting(Problem::message)
        .contains("member `linked` is a link that leads out of the repository");
  }

  @Test
  void namesThatDifferInCaseAreNoManifestsAndOtherPackages() throws IOException {
    Assumptions.assumeFalse(
        Files.exists(Path.of(root.toString().toUpperCase(java.util.Locale.ROOT))),
        "this file system takes upper and lower case for the same");
    write(root.resolve("Cargo.TOML"), "[package]\nname = \"no\"\nversion = \"1.0.0\"\n");
    write(root.resolve("p/PYPROJECT.toml"), "[project]\nname = \"no\"\nversion = \"1.0.0\"\n");
    write(root.resolve("m/POM.xml"), "<project/>");
    write(root.resolve("core/Cargo.toml"), "[package]\nname = \"a\"\nversion = \"1.0.0\"\n");
    write(root.resolve("Core/Cargo.toml"), "[package]\nname = \"b\"\nversion = \"2.0.0\"\n");
    CheckResult result = check("case");
    assertThat(result.assessment().workspace().packages())
        .extracting(p -> p.manifest() + " " + p.version().orElseThrow())
        .containsExactlyInAnyOrder("core/Cargo.toml 1.0.0", "Core/Cargo.toml 2.0.0");
  }

  @Test
  void vendoredCratesAreNotTheRepositorysOwn() throws IOException {
    write(root.resolve("Cargo.toml"), "[package]\nname = \"a\"\nversion = \"1.0.0\"\n");
    write(
        root.resolve(".cargo/config.toml"),
        "[source.crates-io]\nreplace-with = \"v\"\n[source.v]\ndirectory = \"third_party/rust\"\n");
    for (String folder :
        List.of("third_party/rust/serde", "vendor/libc", "deps/zlib", "deps/x/y")) {
      write(
          root.resolve(folder + "/Cargo.toml"),
          "[package]\nname = \"theirs\"\nversion = \"9.0.0\"\n[features]\nx = 1\n");
      write(root.resolve(folder + "/.cargo-checksum.json"), "{\"files\":{}}");
    }
    CheckResult result = check("vendored");
    assertThat(codes(result)).containsExactly(Code.NOT_A_REPOSITORY);
    assertThat(result.assessment().workspace().packages()).hasSize(1);
  }

  @Test
  void threeHundredBrokenFixturesAreNoNoise() throws IOException {
    write(root.resolve("Cargo.toml"), "[package]\nname = \"a\"\nversion = \"1.0.0\"\n");
    for (int i = 0; i < 100; i++) {
      write(root.resolve("tests/fixtures/" + i + "/Cargo.toml"), "[[[" + i);
      write(root.resolve("tests/fixtures/" + i + "/pyproject.toml"), "=" + i);
      write(root.resolve("tests/fixtures/" + i + "/pom.xml"), "<" + i);
    }
    CheckResult result = check("fixtures");
    assertThat(codes(result)).containsExactly(Code.NOT_A_REPOSITORY);
    assertThat(Printed.of(result).lines()).hasSizeLessThan(12);
  }

  /** 100,000 of them with {@code -Drelease-sync.folders=100000}: to make them takes a minute. */
  @Test
  void aPatternOverAllFoldersIsQuick() throws IOException {
    int folders = Integer.getInteger("release-sync.folders", 5_000);
    write(root.resolve("Cargo.toml"), "[workspace]\nmembers = [\"*/*/*\", \"**/**/**\"]\n");
    for (int i = 0; i < folders; i++) {
      Files.createDirectories(root.resolve("f" + i % 50 + "/" + i / 50 % 50 + "/c" + i));
    }
    write(root.resolve("f7/7/c357/Cargo.toml"), "[package]\nname = \"c\"\nversion = \"1.0.0\"\n");
    CheckResult result = check("folders");
    assertThat(codes(result)).containsExactly(Code.NOT_A_REPOSITORY);
    assertThat(result.assessment().workspace().packages()).hasSize(1);
  }

  @Test
  void hostileNamesAreEscapedWhereverTheyAreShown() throws IOException {
    String name = "a\u202e\u0007::error::x|<b>\r##y";
    write(
        root.resolve("pom.xml"),
        "<project><groupId>g</groupId><artifactId>b</artifactId>"
            + "<version>1.0.0\u202e|&lt;b>&#13;##[error]x</version></project>");
    write(
        root.resolve("Cargo.toml"),
        "[workspace]\nmembers = [\"a\\u202e\\u0007::error::x|<b>\\r##y\"]\n");
    Path summary = temp.resolve("summary.md");
    CheckRequest request =
        new CheckRequest(
            root,
            Optional.of(root),
            Optional.of(Path.of("target/release-sync")),
            List.of(),
            FailOn.ERROR);
    CheckResult result = new ReleaseSync(NO_GIT).check(request);
    ContinuousIntegrationOutput service =
        new ContinuousIntegrationOutput(
            Map.of("GITHUB_ACTIONS", "true", "GITHUB_STEP_SUMMARY", summary.toString()),
            MavenWording.DECLARED);
    assertThat(service.summarize(result, Printed.of(result).lastLine())).isEmpty();
    assertHarmless(result);
    assertThat(result.assessment().findings())
        .extracting(Problem::message)
        .anyMatch(message -> message.contains(name));
    String markdown = Files.readString(summary);
    assertThat(markdown)
        .contains("&#92;u&#123;202e&#125;")
        .doesNotContain("<b>", "\u202e", "\u0007", "\r");
    assertThat(service.annotations(result))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line)
                    .doesNotContain("\u202e", "\u0007", "\r", "\n")
                    .doesNotContain("##["));
    String sarif = Files.readString(root.resolve("target/release-sync/check.sarif"));
    assertThat(sarif).doesNotContain("\u202e", "\u0007");
  }

  @Test
  void globsOfTheConfigurationTakeNoExponentialTime() throws IOException {
    String name = "a".repeat(200);
    write(
        root.resolve(name + "/Cargo.toml"),
        "[package]\nname = \"" + name + "\"\nversion = \"1\"\n");
    write(root.resolve("lead/Cargo.toml"), "[package]\nname = \"lead\"\nversion = \"1.0.0\"\n");
    String bomb = "*a".repeat(2_000) + "b";
    RuleSpec rule = RuleSpec.of("RS107", "off", "a test", "**/" + bomb + "/**/" + bomb);
    GroupSpec group = GroupSpec.of("g", "cargo:lead", List.of("cargo:" + bomb + "*"), null, null);
    CheckRequest request =
        new CheckRequest(
            root,
            Optional.of(root),
            Optional.of(Path.of("target/release-sync")),
            Settings.none(),
            List.of(rule),
            FailOn.ERROR);
    CheckRequest grouped =
        new CheckRequest(
            root,
            Optional.of(root),
            Optional.of(Path.of("target/release-sync")),
            Settings.ofGroups(List.of(group)),
            List.of(rule),
            FailOn.ERROR);
    assertThat(
            codes(assertTimeoutPreemptively(GUARD, () -> new ReleaseSync(NO_GIT).check(request))))
        .contains(Code.VERSION_INVALID);
    assertTimeoutPreemptively(
        GUARD,
        () ->
            assertThatThrownBy(() -> new ReleaseSync(NO_GIT).check(grouped))
                .isInstanceOf(ReleaseException.class));
  }

  private CheckResult check(String what) {
    CheckRequest request =
        new CheckRequest(
            root,
            Optional.of(root),
            Optional.of(Path.of("target/release-sync")),
            List.of(),
            FailOn.ERROR);
    return assertTimeoutPreemptively(GUARD, () -> new ReleaseSync(NO_GIT).check(request), what);
  }

  private void assertHarmless(CheckResult result) throws IOException {
    String text =
        Printed.of(result).lines().stream().map(ReportLine::text).collect(Collectors.joining("\n"))
            + Printed.of(result).lastLine();
    String json = Files.readString(root.resolve("target/release-sync/check.json"));
    assertThat(text).doesNotContain(SECRET).doesNotContain("root:x:0");
    assertThat(json).doesNotContain(SECRET).doesNotContain("root:x:0");
    assertThat(text.chars().filter(c -> Character.isISOControl(c) && c != '\n'))
        .as("control characters in %s", text)
        .isEmpty();
    assertThat(text.length()).as("length of the report").isLessThan(100_000);
    for (Problem finding : result.assessment().findings()) {
      assertThat(finding.place().file()).as("place of %s", finding).doesNotStartWith("/");
    }
  }

  private static List<Code> codes(CheckResult result) {
    return result.assessment().findings().stream().map(Problem::code).toList();
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
