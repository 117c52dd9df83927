package io.github.releasesync.project.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @Test
  void aNumberAndAUnitAreADuration() {
    assertThat(Durations.parse("x", "500ms")).isEqualTo(Duration.ofMillis(500));
    assertThat(Durations.parse("x", "90s")).isEqualTo(Duration.ofSeconds(90));
    assertThat(Durations.parse("x", " 10m ")).isEqualTo(Duration.ofMinutes(10));
    assertThat(Durations.parse("x", "2h")).isEqualTo(Duration.ofHours(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "m", "10", "10 m", "-1s", "0s", "1.5h", "10M", "1234567890s", "١s"})
  void everythingElseIsRefusedByTheParametersName(String text) {
    assertThatThrownBy(() -> Durations.parse("release-sync.buildTimeout", text))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            e -> {
              assertThat(e.problem().code()).isEqualTo(Code.CONFIGURATION_INVALID);
              assertThat(e.problem().place()).hasToString("release-sync.buildTimeout");
            });
  }
}
