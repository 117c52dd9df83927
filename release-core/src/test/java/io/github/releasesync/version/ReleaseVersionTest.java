package io.github.releasesync.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.version.ReleaseVersion.Stage;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseVersionTest {

  private static final ReleaseVersion RELEASE = ReleaseVersion.of(1, 2, 0);
  private static final ReleaseVersion BETA = RELEASE.preRelease(Stage.BETA, BigInteger.TWO);
  private static final ReleaseVersion DEVELOPMENT = RELEASE.development();
  private static final ReleaseVersion POST = RELEASE.withPost(BigInteger.ONE);

  @Test
  void ordersDevelopmentFirstAndPostReleasesLast() {
    List<ReleaseVersion> ascending =
        List.of(
            ReleaseVersion.of(1, 1, 9),
            DEVELOPMENT,
            RELEASE.preRelease(Stage.ALPHA, BigInteger.TWO),
            RELEASE.preRelease(Stage.ALPHA, BigInteger.TEN),
            BETA,
            RELEASE.preRelease(Stage.RC, BigInteger.ZERO),
            RELEASE,
            POST,
            RELEASE.withPost(BigInteger.TEN),
            ReleaseVersion.of(1, 10, 0));
    assertThat(ascending).isSorted().doesNotHaveDuplicates();
    assertThat(ascending.stream().sorted(java.util.Comparator.reverseOrder()).sorted().toList())
        .isEqualTo(ascending);
  }

  @Test
  void isWrittenWithoutItsPostNumber() {
    assertThat(RELEASE).hasToString("1.2.0");
    assertThat(BETA).hasToString("1.2.0-beta.2");
    assertThat(DEVELOPMENT).hasToString("1.2.0-dev");
    assertThat(POST).hasToString("1.2.0");
    assertThat(POST.post()).contains(BigInteger.ONE);
    assertThat(BETA.number()).contains(BigInteger.TWO);
    assertThat(BETA.base()).isEqualTo("1.2.0");
    assertThat(BETA.release()).isEqualTo(RELEASE).hasSameHashCodeAs(RELEASE);
    assertThat(BETA.major().add(BETA.minor()).add(BETA.patch())).isEqualTo(3);
  }

  @Test
  void knowsWhatIsNotYetARelease() {
    assertThat(DEVELOPMENT.isDevelopment()).isTrue();
    assertThat(BETA.isDevelopment()).isFalse();
    assertThat(List.of(DEVELOPMENT, BETA)).allMatch(ReleaseVersion::isPreRelease);
    assertThat(List.of(RELEASE, POST)).noneMatch(ReleaseVersion::isPreRelease);
  }

  @Test
  void developmentAgreesWithItsWholeBase() {
    assertThat(List.of(RELEASE, BETA, DEVELOPMENT, POST))
        .allMatch(DEVELOPMENT::agrees)
        .allMatch(version -> version.agrees(DEVELOPMENT));
    assertThat(DEVELOPMENT.agrees(ReleaseVersion.of(1, 2, 1))).isFalse();
    assertThat(BETA.agrees(RELEASE)).isFalse();
    assertThat(BETA.agrees(RELEASE.preRelease(Stage.BETA, BigInteger.ONE))).isFalse();
  }

  @Test
  void aPostReleaseAgreesWithItsRelease() {
    assertThat(POST.agrees(RELEASE)).isTrue();
    assertThat(RELEASE.agrees(POST)).isTrue();
    assertThat(POST.mapsExactly(RELEASE)).isTrue();
    assertThat(POST).isNotEqualTo(RELEASE);
    assertThat(POST.agrees(ReleaseVersion.of(1, 2, 1))).isFalse();
  }

  @Test
  void developmentMapsToDevelopmentOnly() {
    assertThat(DEVELOPMENT.mapsExactly(RELEASE.development())).isTrue();
    assertThat(DEVELOPMENT.mapsExactly(RELEASE)).isFalse();
    assertThat(DEVELOPMENT.mapsExactly(BETA)).isFalse();
  }

  @Test
  void refusesWhatDoesNotExist() {
    BigInteger one = BigInteger.ONE;
    assertThatThrownBy(() -> BETA.withPost(one)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> RELEASE.preRelease(Stage.FINAL, one))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ReleaseVersion.of(-1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ecosystemsHaveTheirWords() {
    for (Ecosystem ecosystem : Ecosystem.values()) {
      assertThat(Ecosystem.of(ecosystem.word())).contains(ecosystem);
    }
    assertThat(Ecosystem.of("npm")).isEmpty();
    assertThat(Ecosystem.of("Cargo")).isEmpty();
  }
}
