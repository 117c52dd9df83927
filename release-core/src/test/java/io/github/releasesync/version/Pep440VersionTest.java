package io.github.releasesync.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Pep440VersionTest {

  @Test
  void hasItsParts() {
    Pep440Version version = Pep440Version.parse("2!1.20.0rc3.post4.dev5+Ubuntu-01");
    assertThat(version.epoch()).isEqualTo(2);
    assertThat(version.release())
        .containsExactly(BigInteger.ONE, BigInteger.valueOf(20), BigInteger.ZERO);
    assertThat(version.pre()).contains(new Pep440Version.Pre("rc", BigInteger.valueOf(3)));
    assertThat(version.post()).contains(BigInteger.valueOf(4));
    assertThat(version.dev()).contains(BigInteger.valueOf(5));
    assertThat(version.local()).contains("ubuntu.1");
    assertThat(version.isPreRelease()).isTrue();
    assertThat(version).hasToString("2!1.20.0rc3.post4.dev5+ubuntu.1");
    assertThat(version.canonical()).isEqualTo("2!1.20rc3.post4.dev5+ubuntu.1");
  }

  @ParameterizedTest
  @CsvSource({
    "3.1.0-alpha.2, 3.1.0a2",
    "3.1.0_BETA, 3.1.0b0",
    "3.1.0.c4, 3.1.0rc4",
    "3.1pre1, 3.1rc1",
    "3.1-preview-1, 3.1rc1",
    "3.1-7, 3.1.post7",
    "3.1.rev7, 3.1.post7",
    "3.1R, 3.1.post0",
    "3.1-dev, 3.1.dev0",
    "3.1a.dev1, 3.1a0.dev1",
    "3.1a--1, 3.1a0.post1",
    "V03.01, 3.1",
    "3.1a., 3.1a0",
  })
  void normalises(String text, String normal) {
    assertThat(Pep440Version.parse(text)).hasToString(normal);
    assertThat(Pep440Version.parse(normal)).hasToString(normal);
  }

  @Test
  void stripsWhiteSpaceAsPythonDoes() {
    assertThat(Pep440Version.parse("\u2003 1.0\t\n\u0085\u001f")).hasToString("1.0");
    assertThatThrownBy(() -> Pep440Version.parse("1.0\u200B"))
        .isInstanceOf(InvalidVersionException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a1",
        "1.",
        "1..2",
        "1.0-",
        "1.0.dev1a1",
        "1.0a1b1",
        "1.0--1",
        "1!",
        "!1",
        "1!2!3",
        "1.0!2",
        "1.0+",
        "1.0+a..b",
        "1.0+a_",
        "1.0-SNAPSHOT",
        "1.0.*",
        "1 .0",
        "1.0po\u017Ft1",
        "1.0+\u212A",
        "\u0661.0",
        "1.0-alpha.1.2"
      })
  void refusesWhatPackagingRefuses(String text) {
    assertThatThrownBy(() -> Pep440Version.parse(text))
        .isInstanceOf(InvalidVersionException.class)
        .hasMessageStartingWith("`" + text + "`: ");
  }

  @Test
  void orders() {
    Orders.assertAscending(
        List.of(
            "1.1.dev0",
            "1.1.dev10",
            "1.1a0.dev1",
            "1.1a0",
            "1.1a0.post0.dev0",
            "1.1a0.post0",
            "1.1a2",
            "1.1a10",
            "1.1b1",
            "1.1rc1",
            "1.1",
            "1.1+a",
            "1.1+a.b",
            "1.1+2",
            "1.1+10",
            "1.1.post0.dev0",
            "1.1.post0",
            "1.1.post99999999999999999999",
            "1.1.0.1",
            "1.2",
            "1!0.1"),
        Pep440Version::parse);
  }

  @Test
  void trailingZerosMakeNoDifferenceButInTheText() {
    Pep440Version two = Pep440Version.parse("1.0a1");
    Pep440Version three = Pep440Version.parse("1.0.0a1");
    assertThat(two).isEqualTo(three).hasSameHashCodeAs(three);
    assertThat(two.toString()).isNotEqualTo(three.toString());
    assertThat(two.canonical()).isEqualTo(three.canonical()).isEqualTo("1a1");
    assertThat(Pep440Version.parse("0.0").canonical()).isEqualTo("0");
  }
}
