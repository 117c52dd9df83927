package io.github.releasesync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.process.Command;
import io.github.releasesync.process.ProcessRunner;
import io.github.releasesync.process.ProgramNotFoundException;
import io.github.releasesync.process.SystemProcessRunner;
import io.github.releasesync.report.ReportLine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
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

  private static final int MUTANTS = 500;
  private static final Duration GUARD = Duration.ofSeconds(5);
  private static final String SECRET = "9.9.9-alpha.4711";

  private static final ProcessRunner NO_GIT =
      command -> {
        throw new ProgramNotFoundException(command.program());
      };

  private static final List<String> INSERTIONS =
      List.of(
          "\0",
          "\r",
          "\u001b[31m",
          "\u202e",
          "\ufeff",
          "\"\"\"",
          "'''",
          "${revision}",
          "${project.version}",
          "{{",
          "&lt;&x;",
          "<!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
          "../outside",
          "../outside/Cargo.toml",
          "9".repeat(5_000),
          "[".repeat(5_000),
          "a.".repeat(3_000),
          "<a>".repeat(3_000),
          "x".repeat(4_000),
          "*/".repeat(500),
          "1e999999999",
          "inf",
          "\n[package]\n",
          "\n[workspace]\nmembers = [\"..\", \"/\", \"\", \"**/**/**/*\"]\n",
          "\nversion.workspace = true\n",
          "\nversion = { file = \"../outside/version.txt\" }\n");

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
  void mutilatedManifestsGiveFindingsAndNothingElse() throws IOException {
    Random random = new Random(20_260_101);
    Map<String, String> healthy = healthy();
    for (Map.Entry<String, String> file : healthy.entrySet()) {
      write(root.resolve(file.getKey()), file.getValue());
    }
    List<String> paths = List.copyOf(healthy.keySet());
    for (int i = 0; i < MUTANTS; i++) {
      String path = paths.get(random.nextInt(paths.size()));
      byte[] mutant = mutated(healthy.get(path).getBytes(StandardCharsets.UTF_8), random);
      Files.write(root.resolve(path), mutant);
      assertHarmless(check("mutant " + i + " of " + path));
      write(root.resolve(path), healthy.get(path));
    }
    assertThat(codes(check("healthy"))).containsExactly(Code.NOT_A_REPOSITORY);
  }

  @Test
  void aLineOfOneMegabyteIsReadInNoTime() throws IOException {
    String megabyte = "x".repeat(1 << 20);
    Map<String, String> healthy = healthy();
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
  @DisabledOnOs(OS.WINDOWS)
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
  @DisabledOnOs(OS.WINDOWS)
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
  @DisabledOnOs(OS.WINDOWS)
  void aPipeIsNotWaitedFor() throws IOException {
    new SystemProcessRunner(System.getenv()).run(Command.of(root, "mkfifo", "pyproject.toml"));
    Assumptions.assumeTrue(Files.exists(root.resolve("pyproject.toml")), "no mkfifo here");
    CheckResult result = check("pipe");
    assertHarmless(result);
    assertThat(codes(result)).contains(Code.FILE_UNREADABLE);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileThatMayNotBeReadIsNamed() throws IOException {
    write(root.resolve("Cargo.toml"), "[package]\nname = \"c\"\nversion = \"1.0.0\"\n");
    Files.setPosixFilePermissions(root.resolve("Cargo.toml"), java.util.Set.of());
    Assumptions.assumeFalse(
        Files.isReadable(root.resolve("Cargo.toml")), "this user can read every file");
    assertThat(codes(check("unreadable"))).contains(Code.FILE_UNREADABLE);
  }

  @Test
  void aManifestOfTwentyMegabytesIsRefusedUnread() throws IOException {
    write(root.resolve("Cargo.toml"), "#".repeat(20 << 20));
    assertThat(codes(check("large"))).contains(Code.FILE_UNREADABLE);
  }

  private CheckResult check(String what) {
    CheckRequest request =
        new CheckRequest(root, Optional.of(root), Optional.empty(), List.of(), FailOn.ERROR);
    return assertTimeoutPreemptively(GUARD, () -> new Releaser(NO_GIT).check(request), what);
  }

  private void assertHarmless(CheckResult result) throws IOException {
    String text =
        result.lines().stream().map(ReportLine::text).collect(Collectors.joining("\n"))
            + result.lastLine();
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

  private static byte[] mutated(byte[] healthy, Random random) {
    byte[] bytes = healthy;
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(bytes.length + 1);
      int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
      byte[] there = Arrays.copyOfRange(bytes, at, at + length);
      byte[] instead =
          switch (random.nextInt(6)) {
            case 0 -> new byte[0];
            case 1 -> concat(there, there);
            case 2 -> new byte[] {(byte) random.nextInt(256)};
            case 3 ->
                new String(there, StandardCharsets.ISO_8859_1)
                    .replace("\n", random.nextBoolean() ? "\r" : "")
                    .getBytes(StandardCharsets.ISO_8859_1);
            default ->
                concat(
                    INSERTIONS
                        .get(random.nextInt(INSERTIONS.size()))
                        .getBytes(StandardCharsets.UTF_8),
                    there);
          };
      bytes =
          concat(
              concat(Arrays.copyOf(bytes, at), instead),
              Arrays.copyOfRange(bytes, at + length, bytes.length));
    }
    return bytes;
  }

  private static byte[] concat(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static Map<String, String> healthy() {
    Map<String, String> files = new TreeMap<>();
    files.put(
        "Cargo.toml",
        "[workspace]\nmembers = [\"crates/*\"]\nexclude = [\"fuzz\"]\n\n[workspace.package]\n"
            + "version = \"1.2.0\"\npublish = true\n\n[workspace.dependencies]\n"
            + "core = { path = \"crates/core\", version = \"1.2.0\" }\n");
    files.put(
        "crates/core/Cargo.toml",
        "[package]\nname = \"core\"\nversion.workspace = true # shared\nlicense = 'MIT'\n");
    files.put(
        "crates/bind/Cargo.toml",
        "[package]\nname = \"bind\"\nversion = { workspace = true }\n\n[dependencies]\n"
            + "core.workspace = true\n\n[target.'cfg(unix)'.dependencies.lib]\n"
            + "package = \"core\"\npath = \"../core\"\nversion = \"=1.2.0\"\n");
    files.put(
        "Cargo.lock",
        "version = 4\n\n[[package]]\nname = \"bind\"\nversion = \"1.2.0\"\n"
            + "dependencies = [\n \"core\",\n]\n\n[[package]]\nname = \"core\"\n"
            + "version = \"1.2.0\"\n");
    files.put(
        "pyproject.toml",
        "[project]\nname = \"bind\"\nversion = \"1.2.0\"\ndependencies = [\"pure==1.2.0\"]\n\n"
            + "[build-system]\nrequires = [\"maturin>=1,<2\"]\nbuild-backend = \"maturin\"\n\n"
            + "[tool.maturin]\nmanifest-path = \"crates/bind/Cargo.toml\"\n");
    files.put(
        "uv.lock",
        "version = 1\n\n[[package]]\nname = \"bind\"\nversion = \"1.2.0\"\n"
            + "source = { editable = \".\" }\n");
    files.put(
        "pure/pyproject.toml",
        "[project]\nname = \"pure\"\ndynamic = [\"version\"]\n\n[build-system]\n"
            + "requires = [\"hatchling\"]\nbuild-backend = \"hatchling.build\"\n\n"
            + "[tool.hatch.version]\npath = \"pure/__init__.py\"\n");
    files.put("pure/pure/__init__.py", "\"\"\"Text.\"\"\"\n\n__version__ = \"1.2.0\"\n");
    files.put("cfg/setup.cfg", "[metadata]\nname = cfg\nversion = attr: cfg.__version__\n");
    files.put("cfg/cfg.py", "__version__ = '1.2.0'\n");
    files.put(
        "pom.xml",
        "<project>\n  <modelVersion>4.0.0</modelVersion>\n  <groupId>org.example</groupId>\n"
            + "  <artifactId>bind</artifactId>\n  <version>${revision}</version>\n"
            + "  <properties>\n    <revision>1.2.0</revision>\n  </properties>\n</project>\n");
    files.put(
        "java/pom.xml",
        "<project>\n  <parent>\n    <groupId>org.example</groupId>\n"
            + "    <artifactId>bind</artifactId>\n    <version>${revision}</version>\n"
            + "  </parent>\n  <artifactId>bind-java</artifactId>\n</project>\n");
    return files;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
