package io.github.releasesync.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.version.Ecosystem;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionCopiesTest {

  private static final List<PackageName> ENGINE =
      List.of(
          new PackageName(Ecosystem.CARGO, "engine"),
          new PackageName(Ecosystem.PYPI, "engine-py"),
          new PackageName(Ecosystem.PYPI, "engine"),
          new PackageName(Ecosystem.MAVEN, "org.example:engine-jar"));

  // beside a name

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "engine = \"1.2.0\" | cargo",
        "engine=\"1.2.0\" | cargo",
        "engine = \"=1.2.0\" | cargo",
        "engine-py = '1.2.0b1' | pypi",
        "engine = { version = \"1.2.0-beta.1\", features = [\"x\"] } | cargo",
        "engine = { features = [\"a\"], version = \"1.2.0\" } | cargo",
        "engine = { git = \"https://x.y/z\", tag = \"v1.2.0\" } | cargo",
        "cargo add engine@1.2.0 | cargo",
        "cargo install engine --version 1.2.0 | cargo",
        "cargo install engine --version=1.2.0 | cargo",
        "pip install engine==1.2.0 | pypi",
        "pip install 'engine_py[fast]==1.2.0rc1' | pypi",
        "pip install \"Engine.Py == 1.2.0\" | pypi",
        "engine-py===1.2.0 | pypi",
        "  - engine-py=1.2.0 | pypi",
        "engine: 1.2.0 | cargo",
        "engine-py: '1.2.0' | pypi",
        "\"engine\": \"1.2.0\" | cargo",
        "https://docs.rs/engine/1.2.0/engine/ | cargo",
        "https://crates.io/crates/engine/1.2.0 | cargo",
        "https://pypi.org/project/engine/1.2.0/ | pypi",
        "https://pypi.org/project/engine-py/1.2.0/ | pypi",
        "engine_py-1.2.0-py3-none-any.whl | pypi",
        "engine-1.2.0-cp39-abi3-win_amd64.whl | pypi",
        "engine-1.2.0.tar.gz | cargo",
        "engine_1.2.0_amd64.deb | cargo",
        "ghcr.io/example/engine:1.2.0 | cargo",
        "ghcr.io/example/engine:v1.2.0-slim | cargo",
        "uses: example/engine@v1.2.0 | cargo",
        "pkg:pypi/engine@1.2.0 | pypi",
        "implementation(\"org.example:engine-jar:1.2.0\") | maven",
        "https://repo1.maven.org/maven2/org/example/engine-jar/1.2.0/ | maven",
        "https://img.shields.io/badge/engine-1.2.0-blue.svg | cargo",
        "https://img.shields.io/badge/version-1.2.0-blue | cargo",
        "https://img.shields.io/badge/pypi-v1.2.0-blue | pypi",
        "https://img.shields.io/badge/crates.io-1.2.0-orange | cargo",
        "<artifactId>engine-jar</artifactId><version>1.2.0</version> | maven",
      })
  void aVersionAfterANameIsFound(String line, String ecosystem) {
    List<VersionCopy> found = find("README.md", "text before\n" + line + "\n");
    assertThat(found).hasSize(1);
    VersionCopy copy = found.get(0);
    assertThat(copy.ecosystem().word()).isEqualTo(ecosystem);
    assertThat(copy.version().value()).startsWith("1.2.0");
    assertThat(copy.version().place().line()).isEqualTo(2);
    assertThat(copy.version().place().column()).isEqualTo(line.indexOf(copy.version().value()) + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "engine 1.2.0 is out",
        "since 1.2.0",
        "since engine-1.2.0",
        "deprecated in `engine==1.2.0`",
        "#[deprecated(since = \"1.2.0\")]",
        "10.1.2.0",
        "engine = \"10.1.2.0.1\"-",
        "2024-01-02",
        "2024.01.02",
        "my-engine-1.2.0",
        "engine-tools = \"1.2.0\"",
        "engine.tools/1.2.0",
        "search-engine==1.2.0",
        "engine>=1.2.0",
        "engine~=1.2.0",
        "engine!=1.2.0",
        "engine<=1.2.0",
        "engine = \"^1.2.0\"",
        "engine = \"~1.2.0\"",
        "engine = \">=1.2.0, <2\"",
        "engine = \"1.2\"",
        "engine = \"1\"",
        "engine==1.2.*",
        "engine==1.2.x",
        "engine = \"1.2.0-1\"",
        "engine = \"1.2.0",
        "engine = 1.2.0abc",
        "other = { version = \"1.2.0\" }",
        "other = { engine = { x = 1 }, version = \"1.2.0\" }",
        "version = \"1.2.0\"",
        "com.other:engine-jar:1.2.0",
        "org.example:engine:1.2.0",
        "compare/engine-1.2.0...engine-1.3.0#",
        "https://docs.rs/engine-py/1.2.0",
        "pip install engine-jar==1.2.0",
        "badge/python-3.8.0-blue",
        "badge/rust-1.70.0-orange",
        "<artifactId>other</artifactId><version>1.2.0</version>",
        "<groupId>com.other</groupId><artifactId>engine-jar</artifactId><version>1.2.0</version>",
        "<artifactId>engine-jar</artifactId></dependency><x><version>1.2.0</version>",
        "1.2.0",
        "-1.2.0",
        "=\"1.2.0\"",
      })
  void whatIsNoCopyIsPassedOver(String line) {
    String found =
        String.join(
            ",",
            find("README.md", line).stream()
                .map(copy -> copy.version().value())
                .filter(version -> version.equals("1.2.0"))
                .toList());
    assertThat(found).isEmpty();
  }

  @Test
  void anArtifactsVersionMayStandOnALineOfItsOwn() {
    String pom =
        """
        <dependency>
          <groupId>org.example</groupId>
          <artifactId>engine-jar</artifactId>
          <classifier>linux</classifier>
          <version>1.2.0</version>
        </dependency>
        <dependency>
          <groupId>org.other</groupId>
          <artifactId>engine-jar</artifactId>
          <version>1.2.0</version>
        </dependency>
        """;
    assertThat(find("docs/use.md", pom))
        .singleElement()
        .satisfies(
            copy -> {
              assertThat(copy.ecosystem()).isEqualTo(Ecosystem.MAVEN);
              assertThat(copy.version().place().line()).isEqualTo(5);
            });
  }

  @Test
  void severalCopiesComeInTheOrderOfTheFile() {
    assertThat(
            values("README.md", "\uFEFFengine==1.2.0\r\n engine = \"1.1.0\", engine-1.3.0-rc.1\n"))
        .containsExactly("1.2.0", "1.1.0", "1.3.0-rc.1");
  }

  @Test
  void aPlaceHoldsWhatASpellingMayReplace() {
    SourceText text = SourceText.of("README.md", "é engine==1.2.0b1;\r\nengine = \"1.2.0-beta.1\"");
    String content = text.content();
    for (VersionCopy copy : VersionCopies.find(text, ENGINE)) {
      int at = text.offset(copy.version().place().line(), copy.version().place().column());
      assertThat(content).contains(copy.version().value());
      assertThat(content.startsWith(copy.version().value(), at)).isTrue();
    }
  }

  // at a key

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CITATION.cff | version: 1.2.0 | cargo",
        "CITATION.cff | version: \"v1.2.0\" | cargo",
        "docs/conf.py | release = '1.2.0b1' | pypi",
        "docs/conf.py | version = release = \"1.2.0\" | pypi",
        "python/engine_py/__init__.py | __version__ = \"1.2.0\" | pypi",
        "src/engine/_version.py | __version__: str = '1.2.0' | pypi",
        "js/package.json | {\"name\": \"@org/engine\", \"version\": \"1.2.0\"} | cargo",
        "Dockerfile | ARG ENGINE_VERSION=1.2.0 | cargo",
        "docker/build.Dockerfile | arg engine_py_version=\"1.2.0\" | pypi",
      })
  void aKnownKeyIsFound(String file, String line, String ecosystem) {
    assertThat(find(file, "\n" + line + "\n"))
        .singleElement()
        .satisfies(
            copy -> {
              assertThat(copy.ecosystem().word()).isEqualTo(ecosystem);
              assertThat(copy.version().place().line()).isEqualTo(2);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "CITATION.cff | cff-version: 1.2.0",
        "docs/conf.py | version = '1.2'",
        "docs/conf.py | needs_sphinx = '1.2.0'",
        "docs/conf.py | release = get_version()",
        "other/__init__.py | __version__ = '1.2.0'",
        "__init__.py | __version__ = '1.2.0'",
        "src/engine/core.py | __version__ = '1.2.0'",
        "package.json | {\"name\": \"other\", \"version\": \"1.2.0\"}",
        "package.json | {\"name\": \"engine\", \"x\": {\"version\": \"1.2.0\"}}",
        "package.json | {\"x\": \"name\", \"y\": \"engine\", \"version\": \"1.2.0\"}",
        "package.json | {\"name\": \"engine\", \"version\":",
        "Dockerfile | ARG RUST_VERSION=1.2.0",
        "Dockerfile | ARG VERSION=1.2.0",
        "Dockerfile | # ARG ENGINE_VERSION=1.2.0",
        "setup.txt | version: 1.2.0",
      })
  void keysOfOthersArePassedOver(String file, String line) {
    assertThat(find(file, line)).isEmpty();
  }

  @Test
  void aReferenceToAnotherWorkHasAVersionOfItsOwn() {
    assertThat(values("CITATION.cff", "version: 1.2.0\nreferences:\n  - version: 3.0.0\n"))
        .containsExactly("1.2.0");
  }

  @Test
  void onlyWhatAKeySaysOrANameStandsBesideIsBesideAName() {
    assertThat(find("CITATION.cff", "version: 1.2.0").get(0).beside()).isEmpty();
    assertThat(find("Dockerfile", "ARG ENGINE_VERSION=1.2.0").get(0).beside())
        .contains(new PackageName(Ecosystem.CARGO, "engine"));
  }

  // patterns

  @Test
  void aPatternFindsEveryPlaceOfItsText() {
    assertThat(
            values(
                "conf.txt", "release = \"1.2.0\"\nrelease = \"1.1\"\n", "release = \"{version}\""))
        .containsExactly("1.2.0", "1.1");
  }

  @Test
  void aPatternEndsWhereItsTextSays() {
    assertThat(values("x", "get/1.2.0-foo.zip", "get/{version}.zip")).containsExactly("1.2.0-foo");
    assertThat(values("x", "get/1.2.0.tar.gz", "get/{version}.tar.gz")).containsExactly("1.2.0");
    assertThat(values("x", "rev1.2.0", "rev{version}")).containsExactly("1.2.0");
    assertThat(values("x", "get/linux.zip get/1.2 .zip", "get/{version}.zip")).isEmpty();
  }

  @Test
  void aPatternOfTheVersionAloneIsForFilesThatHoldNothingElse() {
    assertThat(values("VERSION", "1.2.0\n", "{version}")).containsExactly("1.2.0");
  }

  @Test
  void aPatternMaySayWhoseSpellingItWants() {
    SourceText text = SourceText.of("x.txt", "v 1.2.0b1");
    assertThat(VersionCopies.find(text, ENGINE, CopyPattern.of("v {pypi}")).get(0).ecosystem())
        .isEqualTo(Ecosystem.PYPI);
    assertThat(VersionCopies.find(text, ENGINE, CopyPattern.of("v {version}")).get(0).ecosystem())
        .isEqualTo(Ecosystem.CARGO);
  }

  @Test
  void aPatternWithoutASpellingTakesTheOneThatIsKnownThere() {
    SourceText text = SourceText.of("README.md", "pip install engine==1.2.0b1");
    assertThat(VersionCopies.find(text, ENGINE, CopyPattern.of("engine=={version}")))
        .extracting(VersionCopy::ecosystem)
        .containsExactly(Ecosystem.PYPI);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"release", "{version} {version}", "{cargo} {pypi}", "{Version}", "${x}", "{}"})
  void aPatternNamesTheVersionOnce(String pattern) {
    assertThatThrownBy(() -> CopyPattern.of(pattern))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(Code.CONFIGURATION_INVALID);
              assertThat(e.problem().message()).startsWith("`" + pattern + "` ");
            });
  }

  @Test
  void aPatternIsShownAsItIsConfigured() {
    assertThat(CopyPattern.of("a {pypi} b")).hasToString("a {pypi} b");
  }

  // hostile input

  @Test
  void linesThatNobodyWroteByHandArePassedOver() {
    assertThat(values("x.js", "a".repeat(10_000) + " engine-1.2.0\nengine-1.2.0"))
        .containsExactly("1.2.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.", "1.2.0 ", "]==1.2.0 ", "engine-1.2.0-", "}=\"1.2.0\"{version=\"1.2.0\"", "9",
        "ARG \n", "version:\n", "<version>1.2.0</version>", "engine==1.2.0 ", "\"a\":", "1.2.0-a.",
        "[", "v", "\\", "1.2.0a", "engine = { version = \"1.2.0\""
      })
  void textOfAnyKindIsReadInTime(String piece) {
    String hostile = piece.repeat(500_000 / piece.length());
    String lines = (piece.repeat(9_900 / piece.length()) + "\n").repeat(50);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          for (String file : List.of("README.md", "Dockerfile", "package.json", "CITATION.cff")) {
            find(file, hostile);
            find(file, lines);
          }
          values("x", hostile, "engine = \"{version}\"");
          values("x", hostile, "{version}-");
          values("x", hostile, "1{version}9");
        });
  }

  @Test
  void everyFoundPlaceHoldsItsValueInRandomText() {
    Random random = new Random(7);
    String[] pieces = {
      "engine",
      "1.2.0",
      "-",
      "=",
      "\"",
      " ",
      "\n",
      "v",
      "{",
      "version",
      "}",
      ":",
      "/",
      "1",
      ".",
      "<version>",
      "</version>",
      "<artifactId>",
      "engine-jar",
      "</artifactId>",
      "[",
      "]",
      "é",
      "rc"
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(25); j >= 0; j--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      SourceText source = SourceText.of("README.md", text.toString());
      for (VersionCopy copy : VersionCopies.find(source, ENGINE)) {
        int at = source.offset(copy.version().place().line(), copy.version().place().column());
        assertThat(source.content().startsWith(copy.version().value(), at)).isTrue();
      }
    }
  }

  private static List<VersionCopy> find(String file, String text) {
    return VersionCopies.find(SourceText.of(file, text), ENGINE);
  }

  private static List<String> values(String file, String text) {
    return find(file, text).stream().map(copy -> copy.version().value()).toList();
  }

  private static List<String> values(String file, String text, String pattern) {
    return VersionCopies.find(SourceText.of(file, text), ENGINE, CopyPattern.of(pattern)).stream()
        .map(copy -> copy.version().value())
        .toList();
  }
}
