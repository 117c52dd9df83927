package io.github.releasesync.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

  static Stream<Fault> known() {
    return Faults.known().stream();
  }

  @ParameterizedTest
  @MethodSource("known")
  void everyKnownNameCanBeAskedFor(Fault fault) {
    String name = fault.name().replace("-N", "-7");

    assertThat(Faults.parse(name)).hasToString(name);
    assertThat(fault.explanation()).isNotBlank().doesNotContain("\n");
  }

  @Test
  void severalAreSeparatedByCommas() {
    assertThat(Faults.parse(" answer-lost , pypi-down-after-2"))
        .hasToString("pypi-down-after-2,answer-lost");
    assertThat(Faults.parse(" ")).hasToString("");
    assertThat(Faults.none()).hasToString("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pypi-down",
        "pypi-down-after-",
        "pypi-down-after-x",
        "pypi-down-after--1",
        "pypi-down-after-\u0661",
        "pypi-down-after-9999999",
        "answer-lost-2",
        "slow,",
        "SLOW",
        "killed-at-3"
      })
  void whatIsNotAFaultIsRefusedWithTheList(String names) {
    assertThatExceptionOfType(ReleaseException.class)
        .isThrownBy(() -> Faults.parse(names))
        .satisfies(e -> assertThat(e.problem().code()).isEqualTo(Code.FAULT_UNKNOWN))
        .satisfies(
            e ->
                assertThat(e.problem().help().toString())
                    .contains("pypi-down-after-N, ", "conflict"));
  }
}
