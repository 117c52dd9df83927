package io.github.releasesync.project.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.VersionSource;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.version.Ecosystem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredGroupsTest {

  private final Workspace workspace =
      new Workspace(
          List.of(
              named(Ecosystem.CARGO, "engine"),
              named(Ecosystem.CARGO, "engine-core"),
              named(Ecosystem.CARGO, "tools"),
              named(Ecosystem.PYPI, "engine-python"),
              named(Ecosystem.MAVEN, "org.example:engine-jar")),
          Map.of(),
          Map.of(),
          List.of(),
          Map.of(),
          List.of(),
          List.of(),
          List.of());

  @Test
  void theLeadComesFirstAndNamesTheGroup() {
    Group group = groups("cargo:engine,pypi:engine-python,maven:org.example:engine-jar").get(0);
    assertThat(group.name()).isEqualTo("engine");
    assertThat(ids(group))
        .containsExactly("cargo:engine", "pypi:engine-python", "maven:org.example:engine-jar");
    assertThat(group.inferred()).isFalse();
  }

  @Test
  void anArtifactIsFoundWithoutItsGroupId() {
    assertThat(ids(groups("jar=maven:engine-jar").get(0)))
        .containsExactly("maven:org.example:engine-jar");
  }

  @Test
  void aPatternTakesWhatNoGroupBeforeHasTaken() {
    List<Group> groups = groups("core=cargo:engine-core;rest=cargo:engine,cargo:*");
    assertThat(ids(groups.get(1))).containsExactly("cargo:engine", "cargo:tools");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cargo:missing | no package here is called `cargo:missing`",
        "cargo:engine,pypi:nothing-* | no package here is called `pypi:nothing-*`",
        "a=cargo:engine;b=cargo:engine | `cargo:engine` is named in two groups",
        "cargo:engine,cargo:engine | `cargo:engine` is named in two groups",
        "a=cargo:engine;a=cargo:tools | two groups are named `a`",
        "cargo: | `cargo:` names no package",
        "npm:engine | `npm:engine` names no package",
        "engine | `engine` names no package",
        "a= | a group has no lead",
        "a=,cargo:engine | a group has no lead",
        "cargo:engine,,cargo:tools | `` names no package"
      })
  void aMistakeIsNamedWithItsRemedy(String text, String message) {
    Problem problem = refusal(() -> groups(text));
    assertThat(problem.code()).isEqualTo(Code.CONFIGURATION_INVALID);
    assertThat(problem.message()).isEqualTo(message);
    assertThat(problem.help().toString()).isNotBlank();
  }

  @Test
  void whatIsNotThereIsAnsweredWithWhatIs() {
    assertThat(refusal(() -> groups("cargo:engin")).help().toString())
        .startsWith("name one of: ")
        .contains("cargo:engine, ", "maven:org.example:engine-jar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ";", " ; ;"})
  void nothingConfiguredIsNoGroup(String text) {
    assertThat(GroupSpec.parse(text)).isEmpty();
  }

  @Test
  void blanksAndLineEndsAroundNamesDoNotCount() {
    List<GroupSpec> specs = GroupSpec.parse("\n  one = cargo:engine ,\n pypi:x ;\n cargo:tools\n");
    assertThat(specs)
        .containsExactly(
            new GroupSpec(
                Optional.of("one"),
                "cargo:engine",
                List.of("pypi:x"),
                Policy.EXACT,
                Optional.empty()),
            new GroupSpec(
                Optional.empty(), "cargo:tools", List.of(), Policy.EXACT, Optional.empty()));
  }

  @Test
  void aPolicyIsAWordOfThree() {
    GroupSpec spec = GroupSpec.of(null, "cargo:engine", null, " major-minor ", null);
    assertThat(spec.policy()).isEqualTo(Policy.MAJOR_MINOR);
    Problem problem = refusal(() -> GroupSpec.of("a", "cargo:engine", List.of(), "loose", null));
    assertThat(problem.message()).isEqualTo("`loose` is not a policy");
    assertThat(problem.help().toString()).isEqualTo("write exact, major-minor or independent");
  }

  private List<Group> groups(String text) {
    return Groups.of(workspace, PastReleases.none(), GroupSpec.parse(text));
  }

  private static Problem refusal(Runnable configured) {
    return catchThrowableOfType(ReleaseException.class, configured::run).problem();
  }

  private static List<String> ids(Group group) {
    return group.members().stream().map(Package::id).toList();
  }

  private static Package named(Ecosystem ecosystem, String name) {
    return new Package(
        ecosystem,
        name,
        String.join("/", Arrays.asList(name, "manifest")),
        Optional.of("1.0.0"),
        Optional.empty(),
        VersionSource.LITERAL,
        Optional.empty(),
        true);
  }
}
