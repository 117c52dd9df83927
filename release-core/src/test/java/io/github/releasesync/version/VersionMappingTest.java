package io.github.releasesync.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.releasesync.version.Mapping.Portable;
import io.github.releasesync.version.Mapping.Refused;
import io.github.releasesync.version.ReleaseVersion.Stage;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionMappingTest {

  private static Mapping map(Ecosystem ecosystem, String text) {
    return switch (ecosystem) {
      case CARGO -> VersionMapping.of(SemVer.parse(text));
      case PYPI -> VersionMapping.of(Pep440Version.parse(text));
      case MAVEN -> VersionMapping.of(MavenVersion.parse(text));
    };
  }

  @ParameterizedTest
  @CsvSource({
    "CARGO, 1.2.0, 1.2.0",
    "CARGO, 1.2.0-alpha.0, 1.2.0-alpha.0",
    "CARGO, 1.2.0-beta.12, 1.2.0-beta.12",
    "CARGO, 1.2.0-rc.1, 1.2.0-rc.1",
    "CARGO, 1.2.0-dev, 1.2.0-dev",
    "CARGO, 1.2.0-dev.7, 1.2.0-dev",
    "CARGO, 1.2.0-alpha.1.dev.2, 1.2.0-dev",
    "PYPI, 1.2.0, 1.2.0",
    "PYPI, 1.2, 1.2.0",
    "PYPI, 1, 1.0.0",
    "PYPI, 1.2.0a0, 1.2.0-alpha.0",
    "PYPI, 1.2.0-beta.12, 1.2.0-beta.12",
    "PYPI, 1.2c1, 1.2.0-rc.1",
    "PYPI, 1.2.0.dev7, 1.2.0-dev",
    "PYPI, 1.2.0a1.dev3, 1.2.0-dev",
    "MAVEN, 1.2.0, 1.2.0",
    "MAVEN, 1.2, 1.2.0",
    "MAVEN, 1.2.0-alpha.0, 1.2.0-alpha.0",
    "MAVEN, 1.2.0-beta-12, 1.2.0-beta.12",
    "MAVEN, 1.2.0-rc.1, 1.2.0-rc.1",
    "MAVEN, 1.2.0-SNAPSHOT, 1.2.0-dev",
    "MAVEN, 1.2-snapshot, 1.2.0-dev",
    "MAVEN, 1.2.0-beta.1-SNAPSHOT, 1.2.0-dev",
    "MAVEN, 1.2.0-20260102.030405-6, 1.2.0-dev",
    "MAVEN, 1.2.0-incubating, 1.2.0",
    "MAVEN, 1.2.0-alpha-1-incubating, 1.2.0-alpha.1",
    "MAVEN, 1.2.0-incubating-SNAPSHOT, 1.2.0-dev",
  })
  void portableVersionsMap(Ecosystem ecosystem, String text, String release) {
    assertThat(map(ecosystem, text))
        .isInstanceOfSatisfying(
            Portable.class, portable -> assertThat(portable.version()).hasToString(release));
  }

  @Test
  void aPostReleaseOfPythonKeepsItsNumber() {
    ReleaseVersion release = ReleaseVersion.of(0, 9, 3);
    assertThat(map(Ecosystem.PYPI, "0.9.3.post1"))
        .isEqualTo(new Portable(release.withPost(BigInteger.ONE)));
    assertThat(map(Ecosystem.PYPI, "0.9.3-1"))
        .isEqualTo(new Portable(release.withPost(BigInteger.ONE)));
  }

  @ParameterizedTest
  @CsvSource({
    "CARGO, 1.2.0-1, 1.2.0, .post1",
    "CARGO, 1.2.0-post.3, 1.2.0, .post3",
    "CARGO, 1.2.0-r2, 1.2.0, pyproject.toml",
    "CARGO, 1.2.0-alpha1, 1.2.0-alpha.1, alpha1",
    "CARGO, 1.2.0-alpha, 1.2.0-alpha.0, alpha.N",
    "CARGO, 1.2.0-ALPHA.1, 1.2.0-alpha.1, alpha.N",
    "CARGO, 1.2.0-RC2, 1.2.0-rc.2, alpha.N",
    "CARGO, 1.2.0-rc.1.2, 1.2.0-rc.1, rc.1.2",
    "CARGO, 1.2.0-pre.1, 1.2.0-rc.1, alpha.N",
    "CARGO, 1.2.0-M1, 1.2.0-alpha.1, M1",
    "CARGO, 1.2.0-x.7.z.92, 1.2.0-alpha.7, x.7.z.92",
    "CARGO, 1.2.0-nightly.20260101, 1.2.0-dev.20260101, nightly.20260101",
    "CARGO, 1.2.0-dev3, 1.2.0-dev.3, dev3",
    "CARGO, 1.2.0-SNAPSHOT, 1.2.0-dev.0, SNAPSHOT",
    "CARGO, 1.2.0-final, 1.2.0, final",
    "CARGO, 1.2.0+build.5, 1.2.0, +build.5",
    "CARGO, 1.2.0-rc.1+5, 1.2.0-rc.1, +5",
    "CARGO, 1.2.0-dev.4+5, 1.2.0-dev.4, +5",
    "CARGO, 1.2.0-rc1+5, 1.2.0-rc.1, +5",
    "PYPI, 1!1.2.0, 1.2.0, epoch",
    "PYPI, 1.2.0a1+local, 1.2.0a1, local",
    "PYPI, 1.2.3.4, 1.2.3, 4 numbers",
    "PYPI, 1.2.3.4.dev5, 1.2.3.dev5, 4 numbers",
    "PYPI, 1.2.0a1.post1, 1.2.0a1, post-release",
    "PYPI, 1.2.0a1.post1.dev2, 1.2.0a1, post-release",
    "PYPI, 1.2.0.post1.dev2, 1.2.0.post1, post-release",
    "MAVEN, 1.2.0-1, 1.2.0, .post1",
    "MAVEN, 1.2.0.post1, 1.2.0, pyproject.toml",
    "MAVEN, 1.2.0-RC1, 1.2.0-rc.1, RC1",
    "MAVEN, 1.2.0a1, 1.2.0-alpha.1, a1",
    "MAVEN, 1.2.0-M1, 1.2.0-alpha.1, M1",
    "MAVEN, 1.2.0.Final, 1.2.0, Final",
    "MAVEN, 1.2.0+5, 1.2.0, +5",
    "MAVEN, 1.2.0-dev.3, 1.2.0-SNAPSHOT, dev.3",
    "MAVEN, 1.2.0-M1-SNAPSHOT, 1.2.0-SNAPSHOT, M1",
    "MAVEN, 1.2.3.4, 1.2.3, 4 numbers",
    "MAVEN, 1.2.3.4-SNAPSHOT, 1.2.3-SNAPSHOT, 4 numbers",
    "MAVEN, v1.2.0, 1.2.0, v",
    "MAVEN, foo-1.2.0-RC1, 1.2.0-rc.1, foo-",
    "MAVEN, latest, 0.1.0, number",
    "MAVEN, 1.2.0-, 1.2.0, -",
  })
  void othersAreRefusedWithTheReplacement(
      Ecosystem ecosystem, String text, String instead, String inReason) {
    assertThat(map(ecosystem, text))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.writeInstead()).isEqualTo(instead);
              assertThat(refused.reason()).contains(inReason);
            });
  }

  @ParameterizedTest
  @EnumSource
  void everyReplacementIsPortable(Ecosystem ecosystem) {
    List<String> pieces =
        List.of(
            "1",
            "0",
            "00",
            "20260101",
            "-",
            ".",
            "+",
            "_",
            "a",
            "alpha",
            "beta",
            "rc",
            "RC",
            "pre",
            "post",
            "r",
            "dev",
            "SNAPSHOT",
            "nightly",
            "M",
            "final",
            "x",
            "incubating",
            ".1",
            "-1");
    Random random = new Random(440);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(random.nextInt(9) == 0 ? "" : "1.2.0");
      for (int n = random.nextInt(6); n >= 0; n--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
      }
      Mapping mapping;
      try {
        mapping = map(ecosystem, text.toString());
      } catch (InvalidVersionException e) {
        continue;
      }
      if (mapping instanceof Refused refusal) {
        refused++;
        assertThat(map(ecosystem, refusal.writeInstead()))
            .as("%s -> %s", text, refusal)
            .isInstanceOf(Portable.class);
      }
    }
    assertThat(refused).isGreaterThan(100);
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.0, 1.2.0, 1.2.0, 1.2.0",
    "1.2.0-alpha.1, 1.2.0-alpha.1, 1.2.0a1, 1.2.0-alpha.1",
    "1.2.0-beta.1, 1.2.0-beta.1, 1.2.0b1, 1.2.0-beta.1",
    "1.2.0-rc.10, 1.2.0-rc.10, 1.2.0rc10, 1.2.0-rc.10",
    "1.2.0-dev, 1.2.0-dev.0, 1.2.0.dev0, 1.2.0-SNAPSHOT",
  })
  void eachEcosystemHasItsSpelling(String release, String cargo, String pypi, String maven) {
    ReleaseVersion version = ((Portable) map(Ecosystem.CARGO, release)).version();
    assertThat(Stream.of(Ecosystem.values()).map(e -> VersionMapping.spell(version, e)))
        .containsExactly(cargo, pypi, maven);
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.0, 1.2.0",
    "1.2, 1.2.0",
    "1.2.0-beta.1, 1.2.0-beta.1",
    "1.2.0b1, 1.2.0-beta.1",
    "1.2.0-dev.3, 1.2.0-dev",
    "1.2.0.dev3, 1.2.0-dev",
    "1.2.0-SNAPSHOT, 1.2.0-dev",
  })
  void aTextOfAnySpellingIsUnderstood(String text, String release) {
    assertThat(VersionMapping.readAny(text).map(ReleaseVersion::toString)).contains(release);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1.2.0-nightly.3", "1.2.0+build", "1.2.0.1"})
  void aTextThatIsPortableNowhereMeansNoRelease(String text) {
    assertThat(VersionMapping.readAny(text)).isEmpty();
  }

  @Test
  void onlyPypiSpellsAPostRelease() {
    ReleaseVersion version = ReleaseVersion.of(0, 9, 3).withPost(BigInteger.ONE);
    assertThat(Stream.of(Ecosystem.values()).map(e -> VersionMapping.spell(version, e)))
        .containsExactly("0.9.3", "0.9.3.post1", "0.9.3");
  }

  /**
   * Development versions are left out: PEP 440 has them below alpha, SemVer between beta and rc,
   * Maven above rc. That is why nobody may release them.
   */
  @Test
  void theOrderSurvivesTheMapping() {
    Random random = new Random(2026);
    List<ReleaseVersion> versions = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      versions.add(releasable(random));
    }
    assertSameOrder(versions, Ecosystem.CARGO, SemVer::parse);
    assertSameOrder(versions, Ecosystem.PYPI, Pep440Version::parse);
    assertSameOrder(versions, Ecosystem.MAVEN, MavenVersion::parse);
  }

  private static <T extends Comparable<T>> void assertSameOrder(
      List<ReleaseVersion> versions, Ecosystem ecosystem, Function<String, T> parse) {
    List<T> spelled =
        versions.stream().map(v -> parse.apply(VersionMapping.spell(v, ecosystem))).toList();
    for (int i = 0; i < versions.size(); i++) {
      for (int j = 0; j < i; j++) {
        int expected = Integer.signum(versions.get(i).compareTo(versions.get(j)));
        if (Integer.signum(spelled.get(i).compareTo(spelled.get(j))) != expected) {
          fail("%s orders %s and %s differently", ecosystem, spelled.get(i), spelled.get(j));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void spellingAndReadingBackGivesTheSameVersion(Ecosystem ecosystem) {
    Random random = new Random(5);
    for (int i = 0; i < 2_000; i++) {
      ReleaseVersion version = releasable(random);
      assertThat(map(ecosystem, VersionMapping.spell(version, ecosystem)))
          .isEqualTo(new Portable(version));
      ReleaseVersion development = version.development();
      assertThat(map(ecosystem, VersionMapping.spell(development, ecosystem)))
          .isEqualTo(new Portable(development));
    }
  }

  /** Close to one another, so that equal bases are common; now and then beyond 64 bits. */
  private static ReleaseVersion releasable(Random random) {
    ReleaseVersion base = ReleaseVersion.of(number(random), number(random), number(random));
    Stage[] stages = {Stage.ALPHA, Stage.BETA, Stage.RC, Stage.FINAL};
    Stage stage = stages[random.nextInt(stages.length)];
    return stage == Stage.FINAL ? base : base.preRelease(stage, number(random));
  }

  private static BigInteger number(Random random) {
    return random.nextInt(20) == 0
        ? new BigInteger(70, random)
        : BigInteger.valueOf(List.of(0, 0, 1, 2, 10, 11).get(random.nextInt(6)));
  }
}
