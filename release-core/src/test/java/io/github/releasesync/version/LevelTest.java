package io.github.releasesync.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.version.Level.Bump;
import io.github.releasesync.version.Level.Part;
import io.github.releasesync.version.Level.PreRelease;
import io.github.releasesync.version.Level.Word;
import io.github.releasesync.version.NextVersion.Found;
import io.github.releasesync.version.NextVersion.Refused;
import io.github.releasesync.version.ReleaseVersion.Stage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelTest {

  private static ReleaseVersion version(String text) {
    return ((Mapping.Portable) VersionMapping.of(Pep440Version.parse(text))).version();
  }

  private static List<ReleaseVersion> versions(String texts) {
    return texts == null
        ? List.of()
        : Arrays.stream(texts.split(" ")).map(LevelTest::version).toList();
  }

  private static String shown(NextVersion next) {
    return next instanceof Found found
        ? found.version().text()
        : "refused, write " + ((Refused) next).writeInstead();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          minor            | minor
          ' MINOR '        | minor
          minor-alpha      | minor-alpha
          minor alpha      | minor-alpha
          'minor,alpha'    | minor-alpha
          'minor , Alpha'  | minor-alpha
          patch-rc         | patch-rc
          major-beta       | major-beta
          rc               | rc
          release          | release
          Current          | current
          post             | post
          development      | development
          auto             | auto
          1.4.0            | 1.4.0
          v1.4.0           | 1.4.0
          1.4.0-rc.1       | 1.4.0-rc.1
          1.4.0rc1         | 1.4.0-rc.1
          1.4.0.post2      | 1.4.0.post2
          """)
  void readsEveryLevel(String text, String level) {
    assertThat(Level.parse(text)).hasToString(level);
    assertThat(Level.parse(level)).isEqualTo(Level.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "minr", "minor-", "minor-release", "minoralpha", "minor--alpha", "alpha-minor",
        "minor alpha beta", "alpha.1", "dev", "minor-dev", "patch_rc", "poſt", "+1", "version"
      })
  void refusesWhatIsNoLevelAndNamesWhatIs(String text) {
    assertThatThrownBy(() -> Level.parse(text))
        .isInstanceOf(InvalidVersionException.class)
        .hasMessageContainingAll("`minor`", "`minor-alpha`", "`release`", "`auto`", "1.4.0-rc.1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.4              | write `1.4.0`
          2                | write `2.0.0`
          1.4.0-1          | write `1.4.0`
          1.4.0-RC1        | write `1.4.0-rc.1`
          1.4.0+build      | write `1.4.0`
          1.4.0-rc.1+build | write `1.4.0-rc.1`
          1.4.0.1          | write `1.4.0`
          1.4.x            | `minor-alpha`
          """)
  void saysWhichVersionToWriteForOneThatIsNotPortable(String text, String message) {
    assertThatThrownBy(() -> Level.parse(text))
        .isInstanceOf(InvalidVersionException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.2.0dev0   | patch       | 1.2.0
          1.2.0dev0   | minor       | 1.2.0
          1.2.0dev0   | major       | 2.0.0
          1.2.0dev0   | alpha       | 1.2.0-alpha.1
          1.2.0dev0   | rc          | 1.2.0-rc.1
          1.2.0dev0   | minor-alpha | 1.2.0-alpha.1
          1.2.0dev0   | patch-alpha | 1.2.0-alpha.1
          1.2.0dev0   | major-alpha | 2.0.0-alpha.1
          1.2.1dev0   | minor-alpha | 1.3.0-alpha.1
          1.2.0dev0   | release     | 1.2.0
          1.2.0dev0   | current     | refused, write release
          1.2.0dev0   | post        | refused, write release
          1.2.0a2     | patch       | 1.2.0
          1.2.0a2     | minor       | 1.2.0
          1.2.0a2     | major       | 2.0.0
          1.2.1a2     | minor       | 1.3.0
          2.0.0a2     | major       | 2.0.0
          2.0.0a2     | minor       | 2.0.0
          1.2.0a2     | alpha       | 1.2.0-alpha.3
          1.2.0a9     | alpha       | 1.2.0-alpha.10
          1.2.0a2     | rc          | 1.2.0-rc.1
          1.2.0a2     | patch-alpha | 1.2.1-alpha.1
          1.2.0a2     | minor-beta  | 1.3.0-beta.1
          1.2.0rc1    | alpha       | refused, write rc
          1.2.0b1     | alpha       | refused, write beta
          1.2.0rc1    | release     | 1.2.0
          1.2.0rc1    | current     | 1.2.0-rc.1
          1.2.0rc1    | post        | refused, write release
          1.2.0       | alpha       | refused, write minor-alpha
          1.2.0       | release     | refused, write current
          1.2.0       | current     | 1.2.0
          1.2.0       | post        | 1.2.0.post1
          1.2.0.post9 | post        | 1.2.0.post10
          1.2.0.post2 | current     | 1.2.0.post2
          1.2.0.post2 | patch       | 1.2.1
          1.2.0.post2 | minor-rc    | 1.3.0-rc.1
          1.9.9       | patch       | 1.9.10
          0.9.9       | minor       | 0.10.0
          0.0.0dev0   | patch       | 0.0.0
          0.0.0dev0   | minor       | 0.1.0
          0.0.0dev0   | major       | 1.0.0
          1.2.0       | 1.4.0       | 1.4.0
          1.2.0       | 1.2.0       | 1.2.0
          1.2.0       | 1.1.9       | refused, write patch
          1.2.0       | 1.2.0rc1    | refused, write patch
          1.2.0       | 1.4.0.dev0  | refused, write 1.4.0
          1.2.0       | 1.2.0.post1 | 1.2.0.post1
          1.2.0       | 1.3.0.post1 | refused, write 1.3.0
          1.2.0rc1    | 1.2.0.post1 | refused, write 1.2.0
          1.2.0.post1 | 1.2.0       | refused, write patch
          """)
  void makesTheNextVersion(String current, String level, String next) {
    assertThat(shown(Level.parse(level).next(version(current)))).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.2.0       | patch       | 1.2.1                 | 1.2.2
          1.2.0       | patch       | 1.2.5                 | 1.2.6
          1.2.0       | patch       | 1.2.2rc1              | 1.2.2
          1.2.0       | patch       | 1.3.0                 | 1.2.1
          1.2.0rc1    | patch       | 1.2.0                 | 1.2.1
          1.2.0rc1    | minor       | 1.2.0                 | 1.3.0
          1.2.0       | minor       | 1.3.0 1.3.1 1.4.0     | 1.5.0
          1.2.0       | minor       | 1.3.0a1               | 1.3.0
          1.2.0       | major       | 2.0.0                 | 3.0.0
          1.2.0       | minor-alpha | 1.3.0a1               | 1.3.0-alpha.2
          1.2.0       | minor-beta  | 1.3.0a7               | 1.3.0-beta.1
          1.2.0       | minor-alpha | 1.3.0b1               | 1.4.0-alpha.1
          1.2.0       | minor-alpha | 1.3.0                 | 1.4.0-alpha.1
          1.2.0dev0   | minor-alpha | 1.2.0a1 1.2.0a2       | 1.2.0-alpha.3
          1.2.0dev0   | alpha       | 1.2.0a1               | 1.2.0-alpha.2
          1.2.0a1     | alpha       | 1.2.0a1 1.2.0a7       | 1.2.0-alpha.8
          1.2.0a1     | alpha       | 1.2.0b1               | refused, write beta
          1.2.0a1     | alpha       | 1.2.0                 | refused, write patch-alpha
          1.2.0a1     | alpha       | 1.2.1a1               | refused, write patch-alpha
          1.2.0rc1    | release     | 1.2.0                 | refused, write patch
          1.2.0rc1    | release     | 1.2.0rc1              | 1.2.0
          1.2.0       | current     | 1.1.0                 | 1.2.0
          1.2.0       | current     | 1.2.0                 | refused, write 1.2.1
          1.2.0rc1    | current     | 1.2.0rc1              | refused, write 1.2.0-rc.2
          1.2.0rc1    | current     | 1.2.0                 | refused, write 1.2.1-rc.1
          1.2.0       | current     | 1.2.0.post1           | refused, write 1.2.1
          1.2.0.post1 | current     | 1.2.0.post1           | refused, write 1.2.0.post2
          1.2.0       | post        | 1.2.0                 | 1.2.0.post1
          1.2.0       | post        | 1.2.0 1.2.0.post3     | 1.2.0.post4
          1.2.0       | post        | 1.2.1                 | refused, write patch
          1.2.0       | 1.4.0       | 1.4.0                 | refused, write 1.4.1
          1.2.0       | 1.4.0rc1    | 1.4.0rc1 1.4.0rc2     | refused, write 1.4.0-rc.3
          1.2.0       | 1.4.0       | 1.5.0                 | 1.4.0
          1.2.0       | 1.4.0       | 1.4.1                 | refused, write 1.4.2
          1.2.0       | patch       | 1.2.9.dev0            | 1.2.1
          1.2.0       | development | 1.2.0                 | 1.2.1-dev
          1.2.0       | development | 1.2.1 1.3.0           | 1.2.2-dev
          1.2.0       | development | 1.2.1rc1              | 1.2.1-dev
          1.2.0       | development | 1.2.2rc1              | 1.2.2-dev
          1.2.0rc1    | development | 1.2.0rc1              | 1.2.0-dev
          1.2.0rc1    | development | 1.2.0                 | 1.2.1-dev
          1.2.0.post1 | development | 1.2.0 1.2.0.post1     | 1.2.1-dev
          1.2.0.dev0  | rc          | 1.2.0rc1              | 1.2.0-rc.2
          1.2.0.dev3  | development |                       | refused, write release
          """)
  void passesOverReleasedVersions(String current, String level, String released, String next) {
    NextVersion found = Level.parse(level).next(version(current), versions(released));
    assertThat(shown(found)).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.2.0   | patch       | 1.2.0 | 1.2.1 1.2.5      | 1.2.2
          1.2.0   | minor-alpha | 1.2.0 | 1.3.0            | 1.3.0-alpha.1
          1.2.0   | minor-alpha | 1.2.0 | 1.3.0a1 1.3.0rc1 | 1.3.0-alpha.2
          1.2.0a1 | alpha       |       | 1.2.0a2 1.2.0    | 1.2.0-alpha.3
          1.2.0   | current     | 1.1.0 | 1.2.0            | refused, write 1.2.1
          """)
  void isOnlyNeverEqualToATagThatHeadCannotReach(
      String current, String level, String reachable, String tagged, String next) {
    NextVersion found =
        Level.parse(level).next(version(current), versions(reachable), versions(tagged));
    assertThat(shown(found)).isEqualTo(next);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.2.1.dev0 | minor-development | 1.3.0-dev
          1.3.0.dev0 | major-development | 2.0.0-dev
          1.2.1.dev0 | development       | refused, write release
          1.3.0.dev0 | minor-development | refused, write release
          2.0.0.dev0 | minor-development | refused, write release
          """)
  void aDevelopmentVersionIsRaisedToOneThatIsFurtherAway(
      String current, String level, String next) {
    assertThat(shown(Level.parse(level).next(version(current)))).isEqualTo(next);
  }

  @Test
  void saysWhyItRefuses() {
    assertThat(Level.parse("alpha").next(version("1.2.0rc1")))
        .isEqualTo(new Refused("1.2.0-rc.1 is past `alpha`, and a version never goes back", "rc"));
    assertThat(Level.parse("current").next(version("1.2.0"), versions("1.2.0")))
        .isEqualTo(new Refused("1.2.0 is tagged already", "1.2.1"));
    assertThat(Level.parse("current").next(version("1.2.0"), versions("1.2.4")))
        .isEqualTo(new Refused("1.2.0 is lower than 1.2.4, which is released already", "1.2.5"));
  }

  @Test
  void autoIsForTheCallerToResolve() {
    assertThatIllegalStateException().isThrownBy(() -> Word.AUTO.next(version("1.2.0")));
  }

  @Test
  void onlyReleasedStagesMakeALevel() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Bump(Part.MINOR, Stage.DEVELOPMENT));
    assertThatIllegalArgumentException().isThrownBy(() -> new PreRelease(Stage.FINAL));
  }

  @Test
  void countsBeyondEveryMachineNumber() {
    String nines = "9".repeat(40);
    assertThat(Level.parse("minor").next(version("1." + nines + ".7")))
        .isEqualTo(new Found(version("1.1" + "0".repeat(40) + ".0")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1.2.3     | BREAKING | major    | major
          1.2.3     | FEATURE  | minor    | minor
          1.2.3     | FIX      | patch    | patch
          0.2.3     | BREAKING | minor    | major
          0.2.3     | FEATURE  | patch    | minor
          0.2.3     | FIX      | patch    | patch
          0.0.3     | BREAKING | minor    | major
          0.0.3     | FEATURE  | patch    | minor
          1.3.0dev0 | FEATURE  | minor    | minor
          1.3.0a2   | FIX      | alpha    | alpha
          1.3.0a2   | FEATURE  | alpha    | alpha
          1.3.0a2   | BREAKING | major-alpha | major-alpha
          1.3.1rc1  | FEATURE  | minor-rc | minor-rc
          0.3.0b1   | BREAKING | beta     | major-beta
          1.0.0b1   | BREAKING | beta     | beta
          """)
  void aChangeAsksForALevel(String current, CommitImpact change, String zero, String ordinary) {
    assertThat(change.level(version(current))).contains(Level.parse(zero));
    assertThat(change.level(version(current), true)).contains(Level.parse(zero));
    assertThat(change.level(version(current), false)).contains(Level.parse(ordinary));
  }

  @Test
  void nothingChangedAsksForNoRelease() {
    assertThat(CommitImpact.NONE.level(version("1.2.3"))).isEmpty();
    assertThat(List.of(CommitImpact.values()))
        .containsExactly(
            CommitImpact.NONE, CommitImpact.FIX, CommitImpact.FEATURE, CommitImpact.BREAKING);
  }
}
