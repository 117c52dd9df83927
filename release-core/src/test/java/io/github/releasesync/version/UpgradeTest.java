package io.github.releasesync.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.testing.Shared;
import io.github.releasesync.version.Upgrade.Refused;
import io.github.releasesync.version.Upgrade.To;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpgradeTest {

  private static final int ROUNDS = 4000;

  private static String shown(Upgrade upgrade) {
    return upgrade instanceof To to ? to.text() : "refused";
  }

  @Test
  void cargoRequirementsMoveAsCargoReleaseMovesThem() {
    List<Map<String, String>> rows = Shared.tsv("vectors/cargo-req-upgrade.tsv");
    assertThat(rows).hasSize(54);
    for (Map<String, String> row : rows) {
      SemVer version = SemVer.parse(row.get("new_version"));
      assertThat(shown(CargoRequirement.upgraded(row.get("requirement"), version)))
          .as("%s", row)
          .isEqualTo(row.get("result").replace("ERROR", "refused"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1                 | 1.4.0-rc.1  | 1.4.0-rc.1
          ^1.2              | 1.4.0-rc.1  | ^1.4.0-rc.1
          ~1.2              | 1.4.0-rc.1  | ~1.4.0-rc.1
          =1                | 1.4.0-rc.1  | =1.4.0-rc.1
          =1.3.0            | 1.4.0-rc.1  | =1.4.0-rc.1
          =1.4.0-rc.1       | 1.4.0       | =1.4.0
          =1.4.0-rc.1       | 1.4.0-rc.1  | =1.4.0-rc.1
          1.*               | 1.4.0-rc.1  | refused
          =1.2.*            | 1.4.0-rc.1  | refused
          *                 | 1.4.0-rc.1  | refused
          *                 | 1.4.0       | *
          x                 | 1.4.0       | x
          1.x.X             | 2.4.0       | 2.x.X
          0.2               | 0.3.1       | 0.3
          0.0.3             | 0.0.4       | 0.0.4
          '  =  1.2.3  '    | 1.3.0       | '  =  1.3.0  '
          '^1.2 ,  ~ 1.2.3' | 1.3.0       | '^1.3 ,  ~ 1.3.0'
          '^1, ^1.0.0-a'    | 2.0.0-rc.1  | '^2.0.0-rc.1, ^2.0.0-rc.1'
          '>=1.2, <1.5'     | 1.3.0       | refused
          '^1.2, <1.5'      | 1.3.0       | refused
          1.2.3+build       | 1.2.3+other | 1.2.3+build
          1.2.3+build       | 1.3.0+other | 1.3.0
          1.2               | 18446744073709551616.0.0 | refused
          """)
  void cargoRequirementsKeepTheirStyle(String requirement, String version, String upgraded) {
    assertThat(shown(CargoRequirement.upgraded(requirement, SemVer.parse(version))))
        .isEqualTo(upgraded);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ==1.43.2            | 1.44.0b1     | ==1.44.0b1
          ==1.43              | 1.43.0       | ==1.43
          ==1.43              | 1.44.0       | ==1.44.0
          ==1.2.0-beta.1      | 1.2.0b1      | ==1.2.0-beta.1
          ==1.2.*             | 1.4.0        | ==1.4.*
          ==1.2.*             | 1.2.7        | ==1.2.*
          ==1.2.*             | 1.4.0b1      | ==1.4.*
          ==1.*               | 1.4.0        | ==1.*
          ==1.2.3.4.*         | 1.4.0        | ==1.4.0.0.*
          ===1.43.2           | 1.44.0b1     | ===1.44.0b1
          !=1.3.0             | 1.4.0        | !=1.3.0
          !=1.4.0             | 1.4.0        | refused
          ~=1.2               | 1.3.1        | ~=1.3
          ~=1.2               | 2.0.0        | ~=2.0
          ~=1.2.0             | 1.3.1        | ~=1.3.1
          ~=1.2               | 1.3.0b1      | ~=1.3b1
          ~=1.2               | 1.3.1b1      | ~=1.3.1b1
          ~=1.2               | 1.3.0.post1  | ~=1.3.post1
          >=1.2               | 1.3.1        | >=1.3
          >=1.2.0             | 1.3.1        | >=1.3.1
          >=1                 | 1.3.1b1      | >=1.3.1b1
          >=1.2               | 1.3.0.post1  | >=1.3.post1
          '>=1.2,<1.3'        | 1.3.0        | '>=1.3,<1.4'
          '>=1.2,<1.3'        | 1.3.0b1      | '>=1.3b1,<1.4'
          '>=1.2,<2'          | 1.3.0        | '>=1.3,<2'
          '>=1.2,<2'          | 2.0.0        | '>=2.0,<3'
          '>=1.2,<2'          | 2.0.0a1      | '>=2.0a1,<3'
          '>=1.2.0,<2.0.0'    | 2.1.3        | '>=2.1.3,<3.0.0'
          <1.3.0              | 1.3.2        | <1.4.0
          <1.2.5              | 1.2.6        | <1.2.7
          <1.2.5              | 2.0.0        | <2.0.1
          <2.dev0             | 2.0.0        | <3.dev0
          <0                  | 1.0.0        | <2
          <=1.2               | 1.1.9        | <=1.2
          <=1.2               | 1.3.0        | <=1.3.0
          >1.2                | 1.3.0        | >1.2
          >1.2                | 1.2.0.post1  | refused
          '>=1.2,!=1.2.4,<2'  | 1.3.0        | '>=1.3,!=1.2.4,<2'
          ' >= 1.2 ,  <  2 '  | 2.0.0        | ' >= 2.0 ,  <  3 '
          '<2,>=1.2,'         | 1.4.0        | '<2,>=1.4,'
          ''                  | 1.4.0        | ''
          ==v1.2              | 1.3.0        | ==1.3.0
          ==1.2+local         | 1.2.0        | ==1.2.0
          ==1!1.2.0           | 1.3.0        | ==1.3.0
          <1!2.0              | 1!2.0.0      | <1!3.0
          <1.9                | 1!2.0.0      | refused
          ==1.2.0             | 1!2.0.0      | ==1!2.0.0
          ~=1.2               | 1!2.1.0b1    | ~=1!2.1b1
          """)
  void specifiersKeepTheirStyle(String specifier, String version, String upgraded) {
    assertThat(shown(Pep440Specifier.upgraded(specifier, Pep440Version.parse(version))))
        .isEqualTo(upgraded);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.2.0             | 1.3.0 | 1.3.0
          ' 1.2.0 '         | 1.3.0 | ' 1.3.0 '
          1.2               | 1.2.0 | 1.2.0
          1.2.0-SNAPSHOT    | 1.2.0 | 1.2.0
          '[1.2,2)'         | 1.3.0 | '[1.2,2)'
          '[1.2,2)'         | 2.0.0 | refused
          '(,1.2],[1.4,)'   | 1.3.0 | refused
          '(,)'             | 1.3.0 | '(,)'
          '[1.2.0]'         | 1.3.0 | '[1.3.0]'
          '[ 1.2.0 ]'       | 1.3.0 | '[ 1.3.0 ]'
          '[1.2.0],[1.2.5]' | 1.3.0 | refused
          """)
  void pomVersionsAreReplacedAndRangesStay(String requirement, String version, String upgraded) {
    assertThat(shown(MavenRequirement.upgraded(requirement, MavenVersion.parse(version))))
        .isEqualTo(upgraded);
  }

  @Test
  void saysWhatItCouldNotMoveAndWhatToWrite() {
    assertThat(CargoRequirement.upgraded(">=1.2,<1.5", SemVer.parse("1.6.0")))
        .isEqualTo(
            new Refused("`>=1.2, <1.5` is a comparison, so its replacement is ambiguous", "1.6.0"));
    assertThat(CargoRequirement.upgraded("1.*", SemVer.parse("2.0.0-rc.1")))
        .isEqualTo(
            new Refused("`1.*` does not match a pre-release such as 2.0.0-rc.1", "2.0.0-rc.1"));
    assertThat(Pep440Specifier.upgraded(">=1.2, !=1.4.0", Pep440Version.parse("1.4.0")))
        .isEqualTo(
            new Refused("`!=1.4.0` excludes 1.4.0, so its replacement is ambiguous", "==1.4.0"));
    assertThat(MavenRequirement.upgraded("[1.2,2)", MavenVersion.parse("2.0.0")))
        .isEqualTo(new Refused("`[1.2,2)` does not contain 2.0.0", "2.0.0"));
  }

  @Test
  void refusesWhatIsNoRequirement() {
    assertThatThrownBy(() -> CargoRequirement.upgraded("==1", SemVer.parse("1.0.0")))
        .isInstanceOf(InvalidVersionException.class);
    assertThatThrownBy(() -> Pep440Specifier.upgraded("^1.2", Pep440Version.parse("1.0.0")))
        .isInstanceOf(InvalidVersionException.class);
    assertThatThrownBy(() -> MavenRequirement.upgraded("${v}", MavenVersion.parse("1.0.0")))
        .isInstanceOf(InvalidVersionException.class);
  }

  @RepeatedTest(3)
  void aMovedCargoRequirementMatchesAndStaysWhenMovedAgain(RepetitionInfo info) {
    Random random = new Random(7 + info.getCurrentRepetition());
    for (int i = 0; i < ROUNDS; i++) {
      String text = list(random, ", ", UpgradeTest::comparator);
      SemVer version = SemVer.parse(semVer(random));
      Upgrade upgrade = CargoRequirement.upgraded(text, version);
      if (upgrade instanceof To to) {
        assertThat(CargoRequirement.parse(to.text()).matches(version))
            .as("%s -> %s for %s", text, to.text(), version)
            .isTrue();
        assertThat(CargoRequirement.upgraded(to.text(), version)).isEqualTo(upgrade);
        assertThat(operators(to.text())).isEqualTo(operators(text));
      } else {
        String instead = ((Refused) upgrade).writeInstead();
        assertThat(CargoRequirement.parse(instead).matches(version)).isTrue();
      }
    }
  }

  @RepeatedTest(3)
  void aMovedSpecifierContainsTheVersionAndStaysWhenMovedAgain(RepetitionInfo info) {
    Random random = new Random(70 + info.getCurrentRepetition());
    for (int i = 0; i < ROUNDS; i++) {
      String text = list(random, ",", UpgradeTest::clause);
      Pep440Version version = Pep440Version.parse(pep440(random, 3));
      Upgrade upgrade = Pep440Specifier.upgraded(text, version);
      if (upgrade instanceof To to) {
        assertThat(Pep440Specifier.parse(to.text()).contains(version))
            .as("%s -> %s for %s", text, to.text(), version)
            .isTrue();
        assertThat(Pep440Specifier.upgraded(to.text(), version)).isEqualTo(upgrade);
        assertThat(operators(to.text())).isEqualTo(operators(text));
      } else {
        String instead = ((Refused) upgrade).writeInstead();
        assertThat(Pep440Specifier.parse(instead).contains(version)).isTrue();
      }
    }
  }

  private static String operators(String requirement) {
    String withoutEpochs = requirement.replace("1!", "");
    return withoutEpochs.replaceAll("[^~=!<>^,* ]", "");
  }

  private static String list(Random random, String separator, Function<Random, String> part) {
    return IntStream.rangeClosed(0, random.nextInt(3))
        .mapToObj(i -> part.apply(random))
        .collect(Collectors.joining(separator));
  }

  private static String pick(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }

  private static String numbers(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.valueOf(random.nextInt(4)))
        .collect(Collectors.joining("."));
  }

  private static String semVer(Random random) {
    return numbers(random, 3) + pick(random, "", "", "-rc.1", "-alpha.2", "+b");
  }

  private static String comparator(Random random) {
    int count = 1 + random.nextInt(3);
    String version = count == 3 ? semVer(random) : numbers(random, count);
    String wildcard = count < 3 && random.nextInt(4) == 0 ? ".*" : "";
    return pick(random, "", "^", "~", "=", "= ", ">=", "<") + version + wildcard;
  }

  private static String pep440(Random random, int count) {
    return pick(random, "", "", "", "1!")
        + numbers(random, count)
        + pick(random, "", "", "a1", "rc2", ".post1", ".dev0", "b1.post2.dev3");
  }

  private static String clause(Random random) {
    if (random.nextInt(6) == 0) {
      return pick(random, "==", "!=") + numbers(random, 1 + random.nextInt(4)) + ".*";
    }
    String operator = pick(random, "==", "===", "~=", ">=", "<", "<=", ">", "!=", ">= ");
    return operator + pep440(random, 2 + random.nextInt(3));
  }
}
