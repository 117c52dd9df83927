package io.github.releasesync.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CargoRequirementTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2.3          | ^2.3         | 2.3.0 2.9.1           | 2.2.9 3.0.0 2.3.1-rc.1
          ^0.4.1       | ^0.4.1       | 0.4.1 0.4.9           | 0.4.0 0.5.0
          0.0.7        | ^0.0.7       | 0.0.7                 | 0.0.8 0.0.6
          0.0          | ^0.0         | 0.0.0 0.0.9           | 0.1.0
          ~4           | ~4           | 4.0.0 4.9.9           | 3.9.9 5.0.0
          ~4.5         | ~4.5         | 4.5.0 4.5.9           | 4.4.9 4.6.0
          ~ 4.5.6      | ~4.5.6       | 4.5.6 4.5.9           | 4.5.5 4.6.0
          =4           | =4           | 4.0.0 4.9.9           | 5.0.0 4.1.0-rc.1
          =4.5.6+x     | =4.5.6       | 4.5.6 4.5.6+y         | 4.5.7
          >4           | >4           | 5.0.0                 | 4.9.9
          >4.5.6       | >4.5.6       | 4.5.7                 | 4.5.6
          >=4.5        | >=4.5        | 4.5.0 9.0.0           | 4.4.9
          <4.5         | <4.5         | 4.4.9                 | 4.5.0 4.5.0-rc.1
          <=4.5        | <=4.5        | 4.5.9                 | 4.6.0
          4.*          | 4.*          | 4.0.0 4.9.9           | 5.0.0
          4.5.x        | 4.5.*        | 4.5.9                 | 4.6.0
          >=4.*        | >=4          | 4.0.0 5.0.0           | 3.9.9
          *            | *            | 0.0.0 9.9.9           | 1.0.0-rc.1
          >=1.2, <1.5  | >=1.2, <1.5  | 1.2.0 1.4.9           | 1.1.9 1.5.0
          2.0.0-beta.2 | ^2.0.0-beta.2 | 2.0.0-beta.2 2.0.0-rc.1 2.0.0 2.7.0 | 2.0.0-beta.1 2.1.0-rc.1
          =2.0.0-rc.1  | =2.0.0-rc.1  | 2.0.0-rc.1            | 2.0.0 2.0.0-rc.2
          =1, >=1.0.0-a | =1, >=1.0.0-a | 1.0.0               | 1.0.0-b
          ^1, >=1.0.0-a | ^1, >=1.0.0-a | 1.0.0 1.0.0-b       | 1.0.1-b
          """)
  void matchesAsCargoDoes(String requirement, String canonical, String inside, String outside) {
    CargoRequirement parsed = CargoRequirement.parse(requirement);
    assertThat(parsed).hasToString(canonical);
    for (String version : inside.split(" ")) {
      assertThat(parsed.matches(SemVer.parse(version))).as(version).isTrue();
    }
    for (String version : outside.split(" ")) {
      assertThat(parsed.matches(SemVer.parse(version))).as(version).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        ",",
        "1,",
        "1,,2",
        "1 2",
        "*.1",
        "1.*.2",
        "*, 1",
        "1, *",
        "1.2-rc.1",
        "~=1.2",
        "==1",
        "^^1",
        "1.2.3.4",
        "[1,2)",
        "v1",
        "01",
        "18446744073709551616",
        "1.2.3-"
      })
  void refusesWhatCargoRefuses(String requirement) {
    assertThatThrownBy(() -> CargoRequirement.parse(requirement))
        .isInstanceOf(InvalidVersionException.class);
  }

  @Test
  void takesThirtyTwoComparators() {
    String most = ">1" + ", >1".repeat(31);
    assertThat(CargoRequirement.parse(most)).hasToString(most);
    assertThatThrownBy(() -> CargoRequirement.parse(most + ", >1"))
        .hasMessageEndingWith("there are more than 32 comparators");
  }
}
