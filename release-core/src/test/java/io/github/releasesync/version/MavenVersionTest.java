package io.github.releasesync.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MavenVersionTest {

  @Test
  void ordersQualifiers() {
    Orders.assertAscending(
        List.of(
            "3.1-alpha-1-SNAPSHOT",
            "3.1-alpha-1",
            "3.1-alpha-9",
            "3.1-alpha-10",
            "3.1-beta-1",
            "3.1-M1",
            "3.1-RC1",
            "3.1-SNAPSHOT",
            "3.1",
            "3.1-sp",
            "3.1-dev",
            "3.1-jre",
            "3.1-1",
            "3.1-99999999999999999999",
            "3.1.1"),
        MavenVersion::parse);
  }

  @Test
  void separatorsMakeADifference() {
    Orders.assertAscending(
        List.of("3.1-alpha", "3.1-alpha-1", "3.1-alpha-2", "3.1-alpha.1", "3.1-alpha.2"),
        MavenVersion::parse);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3.0.0",
    "3.1, 3.1-0",
    "3.1-ga, 3.1.Final",
    "3.1-release, 3.1",
    "3.1-CR2, 3.1.rc2",
    "3.1a1, 3.1.0-alpha-1",
    "3.1-b-2, 3.1-B-2",
    "03.01, 3.1",
  })
  void takesSpellingsForEqual(String a, String b) {
    assertThat(MavenVersion.parse(a))
        .isEqualTo(MavenVersion.parse(b))
        .isEqualByComparingTo(MavenVersion.parse(b))
        .hasSameHashCodeAs(MavenVersion.parse(b));
  }

  @ParameterizedTest
  @CsvSource({
    "3.1.0, 3.1",
    "3.0.0-A1, 3-alpha-1",
    "3.1.0-rc.1, 3.1-rc.1",
    "3.1.Final-x, 3.1-x",
    "3-0.alpha, 3-alpha",
    "3..1, 3.0.1",
  })
  void hasACanonicalFormBesideItsText(String text, String canonical) {
    assertThat(MavenVersion.parse(text)).hasToString(text);
    assertThat(MavenVersion.parse(text).canonical()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "3.1-SNAPSHOT, true",
    "3.1-snapshot, true",
    "3.1-20260102.030405-6, true",
    "3.1, false",
    "3.1-SNAPSHOT-1, false",
    "3.1-20260102.03040-6, false",
    "3.1-2026010a.030405-6, false",
    "SNAPSHO, false",
  })
  void knowsSnapshots(String text, boolean snapshot) {
    assertThat(MavenVersion.parse(text).isSnapshot()).isEqualTo(snapshot);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "1.0 ", "1/2", "1:2", "[1,2]*", "1.0\n", "${revision}"})
  void refusesWhatCanBeNoFileName(String text) {
    assertThatThrownBy(() -> MavenVersion.parse(text)).isInstanceOf(InvalidVersionException.class);
  }

  @Test
  void aVersionHasAtMost150Characters() {
    String longest = "1." + "0".repeat(147) + "7";
    assertThat(MavenVersion.parse(longest)).isEqualTo(MavenVersion.parse("1.7"));
    assertThatThrownBy(() -> MavenVersion.parse(longest + "7"))
        .isInstanceOf(InvalidVersionException.class)
        .hasMessageEndingWith("a version has at most 150 characters");
    assertThatThrownBy(() -> MavenRequirement.parse("[1.0," + longest + "7]"))
        .isInstanceOf(InvalidVersionException.class)
        .hasMessageEndingWith("a version has at most 150 characters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [3.1,4)        | 3.1 3.9 4-SNAPSHOT 4-rc-1 | 3.1-SNAPSHOT 4 3.0
          (3.1,4]        | 3.2 4                     | 3.1 4.0.1
          [3.1]          | 3.1 3.1.0                 | 3.1-1
          (,3.1],[3.3,)  | 0.1 3.1 3.3 9             | 3.2
          [1,2][3,4],    | 1 4                       | 2.5
          """)
  void rangesContainWhatMavenSays(String range, String inside, String outside) {
    MavenRequirement requirement = MavenRequirement.parse(range);
    assertThat(requirement.recommended()).isEmpty();
    assertThat(requirement).hasToString(range);
    for (String version : inside.split(" ")) {
      assertThat(requirement.contains(MavenVersion.parse(version))).as(version).isTrue();
    }
    for (String version : outside.split(" ")) {
      assertThat(requirement.contains(MavenVersion.parse(version))).as(version).isFalse();
    }
  }

  @Test
  void aBareVersionRecommends() {
    MavenRequirement requirement = MavenRequirement.parse("3.1");
    assertThat(requirement.recommended()).contains(MavenVersion.parse("3.1"));
    assertThat(requirement.contains(MavenVersion.parse("9"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[1,2", "(1)", "[]", "[2,1]", "(1,1]", "[1,3],[2,4]", "[1,2],3"})
  void refusesRangesThatMakeNoSense(String range) {
    assertThatThrownBy(() -> MavenRequirement.parse(range))
        .isInstanceOf(InvalidVersionException.class);
  }
}
