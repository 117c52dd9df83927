package io.github.releasesync.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SemVerTest {

  @Test
  void hasItsParts() {
    SemVer version = SemVer.parse("1.20.3-rc.1.x-y+build.007");
    assertThat(version.major()).isEqualTo(1);
    assertThat(version.minor()).isEqualTo(20);
    assertThat(version.patch()).isEqualTo(3);
    assertThat(version.preRelease()).containsExactly("rc", "1", "x-y");
    assertThat(version.build()).isEqualTo("build.007");
    assertThat(version.isPreRelease()).isTrue();
    assertThat(version).hasToString("1.20.3-rc.1.x-y+build.007");
    assertThat(SemVer.parse("1.2.3").isPreRelease()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1       | `1`: a minor and a patch number are missing
          1.2     | `1.2`: a patch number is missing
          1.2.    | `1.2.`: a digit of the patch number is missing at the end
          1.02.3  | `1.02.3`: the minor number has a leading zero
          v1.2.3  | `v1.2.3`: a digit of the major number is expected at character 1, not `v`
          1.2.3.4 | `1.2.3.4`: the end of the version is expected at character 6, not `.`
          1.2.3-a..b | `1.2.3-a..b`: a letter, digit or `-` of the pre-release is expected at character 9, not `.`
          1.2.3-rc.01 | `1.2.3-rc.01`: the pre-release number `01` has a leading zero
          1.2.3+  | `1.2.3+`: a letter, digit or `-` of the build metadata is missing at the end
          """)
  void saysWhatIsWrongAndWhere(String text, String message) {
    assertThatThrownBy(() -> SemVer.parse(text))
        .isInstanceOfSatisfying(
            InvalidVersionException.class,
            e -> assertThat(e).hasMessage("`" + text + "`: " + e.reason()).hasMessage(message));
  }

  @Test
  void showsOneShortLineOfWhatIsWrong() {
    assertThatThrownBy(() -> SemVer.parse("1.2.3\n"))
        .hasMessageStartingWith("`1.2.3\\u000A`: ")
        .hasMessageEndingWith("not `\\u000A`");
    assertThatThrownBy(() -> SemVer.parse("x".repeat(100)))
        .hasMessageStartingWith("`" + "x".repeat(80) + "…`: ");
    assertThatThrownBy(() -> SemVer.parse("")).hasMessage("``: a version is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"١.2.3", "1.2.３", "1.2.3-é", "1.2.3-\u212A", " 1.2.3", "1.2.3 "})
  void takesAsciiOnlyAndTrimsNothing(String text) {
    assertThatThrownBy(() -> SemVer.parse(text)).isInstanceOf(InvalidVersionException.class);
  }

  @Test
  void ordersByPrecedence() {
    Orders.assertAscending(
        List.of(
            "0.9.10",
            "0.10.0-0",
            "0.10.0-2",
            "0.10.0-10",
            "0.10.0-99999999999999999999999",
            "0.10.0-A",
            "0.10.0-alpha",
            "0.10.0-alpha.2",
            "0.10.0-alpha.10",
            "0.10.0-alpha.x",
            "0.10.0-alpha2",
            "0.10.0-beta",
            "0.10.0",
            "99999999999999999999999.0.0"),
        SemVer::parse);
  }

  @Test
  void precedenceIgnoresBuildMetadataAndTheTotalOrderDoesNot() {
    List<String> ascending =
        List.of("1.0.0", "1.0.0+0", "1.0.0+1", "1.0.0+01", "1.0.0+2", "1.0.0+10", "1.0.0+a");
    Orders.assertAscending(ascending, SemVer::parse);
    for (String text : ascending) {
      assertThat(SemVer.parse(text).comparePrecedence(SemVer.parse("1.0.0"))).isZero();
    }
  }

  @Test
  void knowsTheNumbersThatCargoRefuses() {
    assertThat(SemVer.parse("18446744073709551615.0.0").refusedByCargo()).isEmpty();
    assertThat(SemVer.parse("1.0.0-18446744073709551616").refusedByCargo()).isEmpty();
    SemVer large = SemVer.parse("1.18446744073709551616.0");
    assertThat(large.minor()).isEqualTo(new BigInteger("18446744073709551616"));
    assertThat(large.refusedByCargo())
        .hasValueSatisfying(reason -> assertThat(reason).contains("minor"));
  }
}
