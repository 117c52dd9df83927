package io.github.releasesync.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Pep440SpecifierTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ~=4.2        | 4.2 4.9 4.2.post1        | 4.1 5.0 4.2a1
          ~=4.2.1      | 4.2.1 4.2.9              | 4.3 4.2.0
          ~=4.2rc1     | 4.2rc1 4.9               | 4.2b1 5.0
          ==4.2        | 4.2 4.2.0 4.2+x          | 4.2.1 4.2.post1
          ==4.2+x      | 4.2+x                    | 4.2 4.2+y
          == 4.2.*     | 4.2 4.2.9 4.2a1 4.2.dev1 | 4.3 1!4.2
          !=4.2.*      | 4.3 4.1                  | 4.2.7
          !=4.2        | 4.2.1                    | 4.2 4.2+x
          <=4.2        | 4.2 4.2+x 4.2a1          | 4.2.post1 4.3
          >=4.2        | 4.2 4.2.post1 1!0        | 4.2rc1 4.1
          <4.2         | 4.1 4.1.post1            | 4.2 4.2rc1 4.2.dev0
          <4.2rc1      | 4.2b1 4.1                | 4.2rc1
          <4.2.post2   | 4.2.post1 4.2 4.2rc1     | 4.2.post2.dev0
          >4.2         | 4.2.1                    | 4.2 4.2.post1 4.2+x
          >4.2.post1   | 4.2.post2                | 4.2.post1+x
          ===4.2       | 4.2                      | 4.2.0
          >=4.2,<5,!=4.5 | 4.2 4.9                | 4.1 5 4.5
          """)
  void containsWhatPackagingSays(String specifier, String inside, String outside) {
    Pep440Specifier parsed = Pep440Specifier.parse(specifier);
    for (String version : inside.split(" ")) {
      assertThat(parsed.contains(Pep440Version.parse(version))).as(version).isTrue();
    }
    for (String version : outside.split(" ")) {
      assertThat(parsed.contains(Pep440Version.parse(version))).as(version).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0",
        "^1",
        "~1.0",
        "=1",
        "=>1",
        "==",
        "~=1",
        "~=1.0+x",
        ">=1.*",
        "==1.0a1.*",
        "==1.*.*",
        "==1.0+x.*",
        "==*",
        ">=1;",
        ">=1 <2",
        "===a b",
        "~=1.2.3prev\u0131ew1"
      })
  void refusesWhatPackagingRefuses(String specifier) {
    assertThatThrownBy(() -> Pep440Specifier.parse(specifier))
        .isInstanceOf(InvalidVersionException.class);
  }

  @Test
  void theEmptySetTakesEverything() {
    assertThat(Pep440Specifier.parse("").contains(Pep440Version.parse("1.0"))).isTrue();
    assertThat(Pep440Specifier.parse(" , ,").contains(Pep440Version.parse("1.0"))).isTrue();
  }

  @Test
  void preReleasesCanBeLeftOut() {
    Pep440Specifier specifier = Pep440Specifier.parse(">=1.0");
    Pep440Version alpha = Pep440Version.parse("1.1a1");
    assertThat(specifier.contains(alpha)).isTrue();
    assertThat(specifier.contains(alpha, true)).isTrue();
    assertThat(specifier.contains(alpha, false)).isFalse();
    assertThat(specifier.contains(Pep440Version.parse("1.1.post1"), false)).isTrue();
  }

  @Test
  void knowsWhetherItNamesAPreRelease() {
    assertThat(Pep440Specifier.parse(">=1.0rc1,<2").namesPreRelease()).isTrue();
    assertThat(Pep440Specifier.parse(">=1.0,!=1.1a1,===x").namesPreRelease()).isFalse();
  }

  @Test
  void isPrintedWithoutWhiteSpace() {
    assertThat(Pep440Specifier.parse(" >= 1.0 , == 2.* ,")).hasToString(">=1.0,==2.*");
  }
}
