package io.github.releasesync.project.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.VersionSource;
import io.github.releasesync.version.Ecosystem;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupChoiceTest {

  private static final Group ENGINE = group(Ecosystem.CARGO, "engine", "1.2.0", true);
  private static final Group TOOLS = group(Ecosystem.PYPI, "tools", "0.4.0", true);
  private static final Group HIDDEN = group(Ecosystem.CARGO, "hidden", "1.2.0", false);
  private static final Group JAVA = group(Ecosystem.MAVEN, "com.example:java", "1.2.0", true);

  @Test
  void theNameDecides() {
    assertThat(choose(List.of(ENGINE, TOOLS), "tools", "v1.2.0")).isEqualTo(TOOLS);
  }

  @Test
  void theOnlyGroupThatIsPublishedNeedsNoName() {
    assertThat(choose(List.of(HIDDEN, ENGINE, JAVA), null)).isEqualTo(ENGINE);
  }

  @Test
  void amongSeveralTheTagAtHeadDecides() {
    assertThat(choose(List.of(ENGINE, TOOLS), null, "v0.4.0")).isEqualTo(TOOLS);
  }

  @Test
  void severalWithoutATagAreUnclearAndNamed() {
    Problem problem = refused(List.of(ENGINE, TOOLS, HIDDEN), null);
    assertThat(problem.code()).isEqualTo(Code.GROUP_UNCLEAR);
    assertThat(problem.help().toString()).endsWith(": engine, tools");
  }

  @Test
  void tagsOfTwoGroupsAtHeadAreUnclear() {
    Problem problem = refused(List.of(ENGINE, TOOLS), null, "v1.2.0", "v0.4.0");
    assertThat(problem.code()).isEqualTo(Code.GROUP_UNCLEAR);
  }

  @Test
  void aNameThatIsNoneIsRefusedWithThoseThatAre() {
    Problem problem = refused(List.of(ENGINE), "engin");
    assertThat(problem.code()).isEqualTo(Code.GROUP_UNCLEAR);
    assertThat(problem.message()).contains("engin");
    assertThat(problem.help().toString()).contains("engine");
  }

  @Test
  void whereNothingIsPublishedThereIsNothingToChoose() {
    assertThat(refused(List.of(HIDDEN, JAVA), null).help().toString())
        .isEqualTo("make a package publishable");
    assertThat(refused(List.of(), null).code()).isEqualTo(Code.GROUP_UNCLEAR);
  }

  private static Group choose(List<Group> groups, String name, String... tags) {
    List<ReleaseTag> atHead =
        List.of(tags).stream().map(tag -> ReleaseTag.of(tag).orElseThrow()).toList();
    return GroupChoice.choose(groups, Optional.ofNullable(name), atHead);
  }

  private static Problem refused(List<Group> groups, String name, String... tags) {
    return catchThrowableOfType(ReleaseException.class, () -> choose(groups, name, tags)).problem();
  }

  private static Group group(
      Ecosystem ecosystem, String name, String version, boolean publishable) {
    Package lead =
        new Package(
            ecosystem,
            name,
            "Cargo.toml",
            Optional.of(version),
            Optional.empty(),
            VersionSource.LITERAL,
            ReleaseTag.of(version).map(ReleaseTag::version),
            publishable);
    return new Group(name, lead, Policy.EXACT, true, List.of(), List.of(lead));
  }
}
