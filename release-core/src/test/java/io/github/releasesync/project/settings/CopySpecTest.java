package io.github.releasesync.project.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.copies.CopyPattern;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.Policy;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be configured of a copy. */
class CopySpecTest {

  @Test
  void theCommandLineHoldsGroupsFilesAndPatterns() {
    assertThat(CopySpec.parse(" README.md ; tools:./docs/conf.py=release = \"{version}\";;"))
        .containsExactly(
            new CopySpec("README.md", Optional.empty(), Optional.empty()),
            new CopySpec(
                "docs/conf.py",
                Optional.of(CopyPattern.of("release = \"{version}\"")),
                Optional.of("tools")));
  }

  @Test
  void aPatternMayHoldColonsAndEqualsSigns() {
    assertThat(CopySpec.parse("x.yml=engine: a=={pypi}").get(0).pattern())
        .contains(CopyPattern.of("engine: a=={pypi}"));
  }

  @Test
  void aPatternOverPathsIsOne() {
    assertThat(CopySpec.of("docs/**/*.md", null, null).isGlob()).isTrue();
    assertThat(CopySpec.of("docs/a.md", null, null).isGlob()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ".", "/etc/passwd", "../README.md", "a/../../b", "C:/x", "a/.."})
  void aFileIsAPathBelowTheRoot(String file) {
    assertThat(refusal(() -> CopySpec.of(file, null, null)).help().toString())
        .isEqualTo("write <file> with a path from the root, such as README.md or docs/*.md");
  }

  @Test
  void aPatternSaysWhereTheVersionIs() {
    assertThat(refusal(() -> CopySpec.of("README.md", "release", null)).message())
        .isEqualTo("`release` has no placeholder for the version");
  }

  @Test
  void theOnlyGroupNeedsNoName() {
    assertThat(spec(null).of(List.of(group("engine"))).name()).isEqualTo("engine");
    assertThat(spec("tools").of(List.of(group("engine"), group("tools"))).name())
        .isEqualTo("tools");
  }

  @Test
  void oneOfSeveralGroupsIsNamed() {
    List<Group> groups = List.of(group("engine"), group("tools"));
    Problem unclear = refusal(() -> spec(null).of(groups));
    assertThat(unclear.message())
        .isEqualTo("it is not clear which group's version README.md states");
    assertThat(unclear.help().toString())
        .isEqualTo("write <group> with the name of one of: engine, tools");
    assertThat(refusal(() -> spec("other").of(groups)).message())
        .isEqualTo("there is no group `other` for README.md");
  }

  private static CopySpec spec(String group) {
    return CopySpec.of("README.md", null, group);
  }

  private static Group group(String name) {
    return new Group(name, null, Policy.EXACT, true, List.of(), List.of());
  }

  private static Problem refusal(ThrowingCallable call) {
    Problem problem = catchThrowableOfType(ReleaseException.class, call).problem();
    assertThat(problem.code()).isEqualTo(Code.CONFIGURATION_INVALID);
    return problem;
  }
}
