package io.github.releasesync.version;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.version.Level.Bump;
import io.github.releasesync.version.Level.Explicit;
import io.github.releasesync.version.Level.PreRelease;
import io.github.releasesync.version.Level.Word;
import io.github.releasesync.version.NextVersion.Found;
import io.github.releasesync.version.NextVersion.Refused;
import io.github.releasesync.version.ReleaseVersion.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What holds for every level and version; small numbers, so that versions meet. */
class LevelPropertyTest {

  private static final int ROUNDS = 3000;

  private static final List<String> WORDS =
      List.of(
          "patch",
          "minor",
          "major",
          "patch-alpha",
          "minor-beta",
          "major-rc",
          "minor-alpha",
          "patch-rc",
          "alpha",
          "beta",
          "rc",
          "release",
          "current",
          "post");

  private static ReleaseVersion version(Random random) {
    ReleaseVersion base =
        ReleaseVersion.of(random.nextInt(3), random.nextInt(3), random.nextInt(4));
    Stage stage = Stage.values()[random.nextInt(Stage.values().length)];
    String number = String.valueOf(random.nextInt(4));
    return switch (stage) {
      case FINAL -> random.nextBoolean() ? base : base.with(stage, null, number);
      case DEVELOPMENT -> base.development();
      default -> base.with(stage, number, null);
    };
  }

  private static List<ReleaseVersion> versions(Random random) {
    return random.ints(random.nextInt(9)).mapToObj(i -> version(random)).toList();
  }

  private static Level level(Random random) {
    int word = random.nextInt(WORDS.size() + 2);
    return word < WORDS.size() ? Level.parse(WORDS.get(word)) : new Explicit(version(random));
  }

  private static Random seeded(RepetitionInfo info) {
    return new Random(20261120L + info.getCurrentRepetition());
  }

  @RepeatedTest(3)
  void neverGoesBackAndIsNeverADevelopmentVersion(RepetitionInfo info) {
    Random random = seeded(info);
    for (int i = 0; i < ROUNDS; i++) {
      ReleaseVersion current = version(random);
      Level level = level(random);
      if (level.next(current) instanceof Found found) {
        boolean mayStay = level == Word.CURRENT || level instanceof Explicit;
        assertThat(found.version().compareTo(current))
            .as("%s of %s", level, current)
            .isGreaterThanOrEqualTo(mayStay ? 0 : 1);
        assertThat(found.version().isDevelopment()).isFalse();
        assertThat(
                VersionMapping.of(
                    Pep440Version.parse(VersionMapping.spell(found.version(), Ecosystem.PYPI))))
            .isEqualTo(new Mapping.Portable(found.version()));
      }
    }
  }

  @RepeatedTest(3)
  void everyEcosystemOrdersTheResultAlike(RepetitionInfo info) {
    Random random = seeded(info);
    for (int i = 0; i < ROUNDS; i++) {
      ReleaseVersion current = version(random).with(Stage.RC, "1", null);
      Level level = level(random);
      if (level.next(current) instanceof Found found) {
        ReleaseVersion next = found.version();
        int order = Integer.signum(next.compareTo(current));
        assertThat(
                order(
                    next,
                    current,
                    Ecosystem.CARGO,
                    (a, b) -> SemVer.parse(a).compareTo(SemVer.parse(b))))
            .isEqualTo(order);
        assertThat(
                order(
                    next,
                    current,
                    Ecosystem.PYPI,
                    (a, b) -> Pep440Version.parse(a).compareTo(Pep440Version.parse(b))))
            .isEqualTo(order);
        assertThat(
                order(
                    next,
                    current,
                    Ecosystem.MAVEN,
                    (a, b) -> MavenVersion.parse(a).compareTo(MavenVersion.parse(b))))
            .isEqualTo(order);
      }
    }
  }

  private static int order(
      ReleaseVersion a,
      ReleaseVersion b,
      Ecosystem ecosystem,
      BiFunction<String, String, Integer> compare) {
    return Integer.signum(
        compare.apply(VersionMapping.spell(a, ecosystem), VersionMapping.spell(b, ecosystem)));
  }

  @RepeatedTest(3)
  void isNeverTakenAndWhatItSaysToWriteIsAccepted(RepetitionInfo info) {
    Random random = seeded(info);
    for (int i = 0; i < ROUNDS; i++) {
      ReleaseVersion current = version(random);
      List<ReleaseVersion> released = versions(random);
      List<ReleaseVersion> tagged = new ArrayList<>(versions(random));
      tagged.addAll(released);
      Level level = level(random);
      NextVersion next = level.next(current, released, tagged);
      for (int hints = 0; next instanceof Refused refused; hints++) {
        assertThat(hints).as("%s of %s with %s", level, current, released).isLessThan(3);
        next = Level.parse(refused.writeInstead()).next(current, released, tagged);
      }
      ReleaseVersion found = ((Found) next).version();
      assertThat(tagged).doesNotContain(found);
      assertThat(found).isGreaterThanOrEqualTo(current);
      assertThat(released)
          .filteredOn(r -> !r.isDevelopment() && r.isOfSeries(found))
          .allMatch(r -> r.compareTo(found) < 0);
    }
  }

  @RepeatedTest(3)
  void withoutTagsTheTagsChangeNothing(RepetitionInfo info) {
    Random random = seeded(info);
    for (int i = 0; i < ROUNDS; i++) {
      ReleaseVersion current = version(random);
      Level level = level(random);
      assertThat(level.next(current, List.of())).isEqualTo(level.next(current));
    }
  }

  @RepeatedTest(3)
  void releaseAfterAPreReleaseIsItsBase(RepetitionInfo info) {
    Random random = seeded(info);
    for (int i = 0; i < ROUNDS; i++) {
      Level level = level(random);
      boolean staged =
          level instanceof PreRelease || level instanceof Bump raise && raise.stage().isNumbered();
      if (staged && level.next(version(random)) instanceof Found found) {
        ReleaseVersion pre = found.version();
        ReleaseVersion release = ((Found) Word.RELEASE.next(pre)).version();
        assertThat(release).isEqualTo(pre.release());
        assertThat(Word.RELEASE.next(release)).isInstanceOf(Refused.class);
        assertThat(Level.parse("patch").next(pre)).isEqualTo(new Found(release));
      }
    }
  }

  @RepeatedTest(3)
  void currentAndVersionsAreIdempotentAndLevelsReadTheirOwnText(RepetitionInfo info) {
    Random random = seeded(info);
    for (int i = 0; i < ROUNDS; i++) {
      Level level = level(random);
      if (level.next(version(random)) instanceof Found found) {
        assertThat(Word.CURRENT.next(found.version())).isEqualTo(found);
        assertThat(new Explicit(found.version()).next(found.version())).isEqualTo(found);
        assertThat(Level.parse(found.version().text())).isEqualTo(new Explicit(found.version()));
      }
    }
    WORDS.forEach(word -> assertThat(Level.parse(word)).hasToString(word));
  }
}
