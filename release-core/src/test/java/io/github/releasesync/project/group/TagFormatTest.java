package io.github.releasesync.project.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.process.Command;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.VersionSource;
import io.github.releasesync.testing.GitSandbox;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.VersionMapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TagFormatTest {

  @TempDir Path temp;

  @ParameterizedTest
  @CsvSource({
    "v{version}, v1.2.0, 1.2.0",
    "{version}, 1.2.0, 1.2.0",
    "{group}-v{version}, engine-v1.2.0, 1.2.0",
    "py-{version}, py-1.2.0rc1, 1.2.0-rc.1",
    "v{version}, v1.2.0-alpha-1, 1.2.0-alpha.1",
    "v{version}, v1.2.0-incubating, 1.2.0",
    "crates/{group}/{version}, crates/engine/1.2.0, 1.2.0",
    "release-{version}-final, release-1.2.0-final, 1.2.0",
    "v{version}, v1.2, 1.2.0"
  })
  void aTagStatesAVersionInAnySpelling(String format, String tag, String version) {
    assertThat(TagFormat.of(format).version(tag, group(Ecosystem.CARGO, "engine")))
        .hasToString("Optional[" + version + "]");
  }

  @ParameterizedTest
  @CsvSource({
    "v{version}, 1.2.0",
    "{version}, v1.2.0",
    "v{version}, vv1.2.0",
    "v{version}, V1.2.0",
    "v{version}, v1",
    "v{version}, v",
    "{group}-v{version}, engine-core-v1.2.0",
    "v{version}-v, v-v",
    "v{version}, v1.2.0-nightly"
  })
  void aTagOfAnotherFormatStatesNothing(String format, String tag) {
    assertThat(TagFormat.of(format).version(tag, group(Ecosystem.CARGO, "engine"))).isEmpty();
  }

  @Test
  void aReleaseIsNamedAsTheLeadSpellsIt() {
    TagFormat format = TagFormat.of("{group}-v{version}");
    ReleaseVersion beta = VersionMapping.readAny("1.2.0b1").orElseThrow();
    assertThat(format.name(beta, group(Ecosystem.CARGO, "engine")))
        .isEqualTo("engine-v1.2.0-beta.1");
    assertThat(format.name(beta, group(Ecosystem.PYPI, "engine"))).isEqualTo("engine-v1.2.0b1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CARGO", "PYPI", "MAVEN"})
  void aPostReleaseIsNamedAlikeUnderEveryLead(Ecosystem ecosystem) {
    ReleaseVersion post = VersionMapping.readAny("1.2.0.post3").orElseThrow();
    assertThat(TagFormat.of("v{version}").name(post, group(ecosystem, "engine")))
        .isEqualTo("v1.2.0.post3");
  }

  @ParameterizedTest
  @CsvSource({
    "org.example:engine, org.example-engine-v1.2.0",
    "..a..b/.c, g-.a.-b-.c-v1.2.0",
    "-x {y}, g-x--y--v1.2.0"
  })
  void aGroupThatGitTakesInNoTagIsNamedWithHyphens(String group, String tag) {
    String name =
        TagFormat.of("{group}-v{version}")
            .name(ReleaseVersion.of(1, 2, 0), group(Ecosystem.MAVEN, group));
    assertThat(name).isEqualTo(tag);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v",
        "v1.2.0",
        "v{vesion}",
        "{version}{version}",
        "{version}-{x}",
        "v{version}}",
        "-{version}",
        "a b{version}",
        "v{version}.",
        "a..{version}",
        ".{version}",
        "/{version}",
        "{version}/",
        "a//{version}",
        "a/.b/{version}",
        "{version}.lock",
        "a.lock/{version}",
        "v^{version}",
        "v~{version}",
        "v:{version}",
        "v?{version}",
        "v*{version}",
        "v[{version}",
        "v\\{version}",
        "v@{{version}",
        "v\u0001{version}",
        "v\u007f{version}"
      })
  void whatCannotNameATagIsRefused(String format) {
    Problem problem =
        catchThrowableOfType(ReleaseException.class, () -> TagFormat.of(format)).problem();
    assertThat(problem.code()).isEqualTo(Code.CONFIGURATION_INVALID);
    assertThat(problem.help().toString())
        .isEqualTo("write for example <tagFormat>v{version}</tagFormat>");
  }

  /** What is refused, git refuses; what is taken, git takes. */
  @Test
  void gitAgreesWithEveryAnswer() {
    GitSandbox.init(temp.resolve("r"));
    String letters = "a.-/@:~^?*[\\ {}lock";
    Random random = new Random(7);
    for (int i = 0; i < 250; i++) {
      StringBuilder format = new StringBuilder();
      for (int j = random.nextInt(4); j > 0; j--) {
        format.append(letters.charAt(random.nextInt(letters.length())));
      }
      format.append("{version}");
      for (int j = random.nextInt(3); j > 0; j--) {
        format.append(letters.charAt(random.nextInt(letters.length())));
      }
      assertThat(isTaken(format.toString())).as(format.toString()).isEqualTo(gitTakes(format));
    }
  }

  private static boolean isTaken(String format) {
    try {
      TagFormat.of(format);
      return true;
    } catch (ReleaseException e) {
      return false;
    }
  }

  private boolean gitTakes(StringBuilder format) {
    String text = format.toString();
    String name = text.strip().replace("{version}", "1.2.0");
    boolean braces = name.indexOf('{') >= 0 || name.indexOf('}') >= 0;
    return !braces
        && !name.startsWith("-")
        && GitSandbox.runner()
            .run(
                Command.of(
                    temp.resolve("r"), List.of("git", "check-ref-format", "refs/tags/" + name)))
            .succeeded();
  }

  @Test
  void namesAndVersionsAreInverse() {
    Random random = new Random(5);
    for (int i = 0; i < 500; i++) {
      ReleaseVersion version =
          ReleaseVersion.of(random.nextInt(30), random.nextInt(30), random.nextInt(30));
      version = random.nextBoolean() ? version : version.development();
      Group group = group(Ecosystem.values()[random.nextInt(3)], "a:b");
      TagFormat format = TagFormat.of(random.nextBoolean() ? "v{version}" : "{group}/{version}-x");
      assertThat(format.version(format.name(version, group), group)).contains(version);
    }
  }

  private static Group group(Ecosystem ecosystem, String name) {
    Package lead =
        new Package(
            ecosystem,
            name,
            "manifest",
            Optional.of("1.2.0"),
            Optional.empty(),
            VersionSource.LITERAL,
            Optional.empty(),
            true);
    return new Group(name, lead, Policy.EXACT, true, List.of(), List.of(lead));
  }
}
