package io.github.releasesync.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Maven would ignore without a word. */
class ParameterGuardTest {

  private static final ParameterGuard GUARD =
      new ParameterGuard(
          new GoalParameters(
              Map.of(
                  "check", Set.of("release-sync.root", "release-sync.failOn"),
                  "next", Set.of("release-sync.root", "release-sync.groups"),
                  "package", Set.of("release-sync.root"),
                  "publish", Set.of("release-sync.root", "release-sync.live"),
                  "sync", Set.of("release-sync.root", "release-sync.dryRun")),
              Map.of()),
          "${project.version}"::equals);

  @ParameterizedTest
  @CsvSource({
    "release-sync.failon, release-sync.failOn",
    "release-sync.group, release-sync.groups",
    "release-sync.lve, release-sync.live"
  })
  void aMisspelledPropertyIsRefusedWithTheNearest(String written, String meant) {
    Problem problem = refusal(() -> GUARD.checkProperties(Map.of(written, "x")));
    assertThat(problem.place().file()).isEqualTo(written);
    assertThat(problem.help().toString()).isEqualTo("did you mean " + meant + "?");
  }

  @Test
  void propertiesOfOthersAndKnownOnesPass() {
    assertThatCode(
            () ->
                GUARD.checkProperties(
                    Map.of("skipTests", "${x}", "release-sync.root", "a", "release-sync.live", "")))
        .doesNotThrowAnyException();
  }

  @Test
  void aPropertyOfOtherGoalsThanTheCalledOnesIsRefusedWithThoseThatHaveIt() {
    Problem problem =
        refusal(
            () ->
                GUARD.checkCalled(
                    Set.of("release-sync.live"), new TreeSet<>(Set.of("check", "next"))));
    assertThat(problem.place().file()).isEqualTo("release-sync.live");
    assertThat(problem.message()).isEqualTo("this is no property of check, next");
    assertThat(problem.help().toString()).isEqualTo("leave it out; goals that have it: publish");
  }

  @Test
  void ofSeveralCalledGoalsOneMayHaveIt() {
    assertThatCode(
            () ->
                GUARD.checkCalled(
                    Set.of("release-sync.failOn", "release-sync.groups", "release-sync.root"),
                    Set.of("check", "next")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "", " true "})
  void c30TheDryRunOfTheMavenReleasePluginIsRefusedByAGoalThatWouldAct(String value) {
    Problem problem = refusal(() -> GUARD.checkDryRun("sync", value));
    assertThat(problem.place().file()).isEqualTo("dryRun");
    assertThat(problem.message()).isEqualTo("`sync` does not read this property, and would act");
    assertThat(problem.help().toString()).isEqualTo("did you mean release-sync.dryRun?");
    assertThat(refusal(() -> GUARD.checkDryRun("package", value)).help().toString())
        .isEqualTo("leave it out; goals that have release-sync.dryRun: sync");
  }

  @Test
  void theDryRunOfTheMavenReleasePluginIsNothingToAGoalThatOnlyReads() {
    assertThatCode(
            () -> {
              GUARD.checkDryRun("check", "true");
              GUARD.checkDryRun("next", "");
              GUARD.checkDryRun("sync", "false");
              GUARD.checkDryRun("sync", null);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void aValueOfTheCommandLineWithoutAValueIsRefused() {
    assertThat(
            refusal(() -> GUARD.checkProperties(Map.of("release-sync.root", "a/${nope}")))
                .message())
        .isEqualTo("`${nope}` has no value here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<root>${nope}</root>",
        "<root>a-${project.version}-${env.NOPE}</root>",
        "<groups><group><lead>cargo:${nope}</lead></group></groups>"
      })
  void anExpressionWithoutAValueIsRefused(String configuration) {
    assertThat(refusal(() -> GUARD.checkConfiguration(dom(configuration))).message())
        .contains("has no value here");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<root>${release-sync.root}</root>",
        "<root default-value=\"x\">${release-sync.root}</root>",
        "<root>a/${project.version}</root>",
        "<root>plain $ { }</root>"
      })
  void whatHasAValueOrIsTheParameterItselfPasses(String configuration) {
    assertThatCode(() -> GUARD.checkConfiguration(dom(configuration))).doesNotThrowAnyException();
  }

  private static Xpp3Dom dom(String inner) throws Exception {
    return Xpp3DomBuilder.build(new StringReader("<configuration>" + inner + "</configuration>"));
  }

  private static Problem refusal(ThrowingCallable call) {
    Problem problem = catchThrowableOfType(ReleaseException.class, call).problem();
    assertThat(problem.code()).isEqualTo(Code.CONFIGURATION_INVALID);
    return problem;
  }
}
