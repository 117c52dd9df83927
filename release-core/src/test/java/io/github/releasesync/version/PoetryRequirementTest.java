package io.github.releasesync.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoetryRequirementTest {

  /** The ranges of Poetry's page on dependency specification, and its edges. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ^1.2.3       | 1.2.3     | true
          ^1.2.3       | 1.2.2     | false
          ^1.2.3       | 1.99      | true
          ^1.2.3       | 2.0.0     | false
          ^1.2.3       | 2.0.0b1   | false
          ^1           | 1.9.9     | true
          ^1           | 2.0       | false
          ^0.2.3       | 0.2.9     | true
          ^0.2.3       | 0.3.0     | false
          ^0.0.3       | 0.0.3     | true
          ^0.0.3       | 0.0.4     | false
          ^0.0         | 0.0.9     | true
          ^0.0         | 0.1.0     | false
          ^0           | 0.9       | true
          ^0           | 1.0       | false
          ^1.2.0b1     | 1.2.0b2   | true
          ^1.2.0b1     | 1.9       | true
          ^2!1.2       | 2!1.9     | true
          ~1.2.3       | 1.2.9     | true
          ~1.2.3       | 1.3.0     | false
          ~1.2         | 1.2.9     | true
          ~1.2         | 1.3       | false
          ~1           | 1.9       | true
          ~1           | 2.0       | false
          1.2.0        | 1.2.0     | true
          1.2.0        | 1.2.1     | false
          =1.2.0       | 1.2       | true
          ==1.2.0      | 1.2.1     | false
          1.*          | 1.9       | true
          1.*          | 2.0       | false
          ==1.2.*      | 1.2.7     | true
          *            | 7         | true
          '>=1.2,<2'   | 1.9       | true
          >=1.2 <2     | 2.0       | false
          >= 1.2, < 2  | 1.2       | true
          ~=1.2        | 1.9       | true
          '!=1.2.0'    | 1.2.0     | false
          '^1.0 || ^2' | 2.1       | true
          ^1.0         | 2.1       | false
          """)
  void admitsWhatPoetryAdmits(String constraint, String version, boolean admits) {
    assertThat(PoetryRequirement.parse(constraint).contains(Pep440Version.parse(version)))
        .isEqualTo(admits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          ^1.2.0       ; 2.0.0    ; ^2.0.0
          ^1.2         ; 2.0.0    ; ^2.0
          ^1.2         ; 1.2.1    ; ^1.2
          ^1           ; 1.9.0    ; ^1
          ~1.2.0       ; 2.0.0    ; ~2.0.0
          ~1.2         ; 1.3.0    ; ~1.3
          1.2.0        ; 2.0.0    ; 2.0.0
          1.2          ; 1.2.0    ; 1.2
          1.2          ; 1.2.1    ; 1.2.1
          =1.2.0       ; 1.3.0    ; =1.3.0
          == 1.2.0     ; 1.3.0    ; == 1.3.0
          1.2.*        ; 1.3.0    ; 1.3.*
          *            ; 2.0.0    ; *
          ^1.2.0       ; 2.0.0b1  ; ^2.0.0b1
          ^1.2         ; 1.3.1b1  ; ^1.3.1b1
          ~=1.2        ; 2.1.0    ; ~=2.1
          >=1.2, <2    ; 2.0.0    ; >=2.0, <3
          >=1.2 <2     ; 2.0.0    ; >=2.0 <3
          ^1.2 !=1.2.1 ; 1.3.0    ; ^1.3 !=1.2.1
          ^1 || ^2     ; 2.1.0    ; ^1 || ^2
          ^1 || ^2     ; 3.0.0    ; refused
          '!=2.0.0'    ; 2.0.0    ; refused
          """)
  void keepsItsOperators(String constraint, String version, String upgraded) {
    Upgrade upgrade = PoetryRequirement.upgraded(constraint, Pep440Version.parse(version));

    assertThat(upgrade instanceof Upgrade.To to ? to.text() : "refused").isEqualTo(upgraded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "^", "^^1", "^1.2.*", "1 ||", "|| 1", "latest", "^1.2 - 2"})
  void refusesWhatPoetryRefuses(String text) {
    assertThatThrownBy(() -> PoetryRequirement.parse(text))
        .isInstanceOf(InvalidVersionException.class);
  }
}
