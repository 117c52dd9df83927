package io.github.releasesync.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReleaseExceptionTest {

  private static final Place PLACE = new Place("Cargo.toml", 3, 12);

  @Test
  void aProblemHasItsPlaceAndTheSeverityOfItsCode() {
    ReleaseException refused = ReleaseException.of(Code.LEVEL_TOO_LOW, PLACE, "is patch", "minor");

    assertThat(refused.problem())
        .isEqualTo(new Problem(Code.LEVEL_TOO_LOW, Severity.WARNING, PLACE, "is patch", "minor"));
    assertThat(refused).hasMessage("Cargo.toml:3:12: is patch").hasNoCause();
  }

  @Test
  void theProblemOfAParameterNamesIt() {
    assertThat(
            ReleaseException.of(Code.LEVEL_INVALID, "release-sync.level", "is odd", "write minor")
                .problem()
                .place())
        .isEqualTo(Place.of("release-sync.level"));
  }

  @Test
  void aProblemWithoutAPlaceIsOneOfTheRepository() {
    assertThat(ReleaseException.of(Code.GIT_FAILED, "no answer", "run it again").problem())
        .isEqualTo(Problem.of(Code.GIT_FAILED, Place.of("."), "no answer", "run it again"));
  }

  @Test
  void aCauseIsAddedToTheSameProblem() {
    ReleaseException refused = ReleaseException.of(Code.GIT_FAILED, "no answer", "run it again");
    Exception cause = new IllegalStateException("below");

    assertThat(refused.causedBy(cause)).hasCause(cause).hasMessage(refused.getMessage());
    assertThat(refused.causedBy(cause).problem()).isEqualTo(refused.problem());
  }

  @Test
  void noValueBeginsALineOfAStackTraceOrGivesAnOrder() {
    assertThat(ReleaseException.of(Code.GIT_FAILED, "a\n##vso[x]", "run it again"))
        .hasMessage(".: a\\u{a}#\\u{23}vso[x]");
  }
}
