package io.github.releasesync.project.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.check.Assessment;
import io.github.releasesync.check.Suppressed;
import io.github.releasesync.check.Verdict;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be configured of a rule, and what that does to findings. */
class RuleSpecTest {

  private static final Problem DRIFT =
      Problem.of(Code.DRIFT, new Place("python/pyproject.toml", 3, 11), "differs", "write it");
  private static final Problem SPELLING =
      Problem.of(Code.NOT_CANONICAL, new Place("pyproject.toml", 3, 11), "spelled", "write it");

  @Test
  void theCommandLineHoldsSeveralRulesAndReasonsWithColons() {
    assertThat(RuleSpec.parse(" RS104 = off : see https://example.org ; RS102=error;"))
        .containsExactly(
            new RuleSpec(
                Code.NOT_CANONICAL, Optional.empty(), "see https://example.org", Optional.empty()),
            new RuleSpec(Code.DRIFT_SINCE_TAG, Optional.of(Severity.ERROR), "", Optional.empty()));
  }

  @Test
  void offNeedsAReason() {
    assertThat(refusal(() -> RuleSpec.of("RS104", "off", "  ", null)).message())
        .isEqualTo("RS104 is off without a reason");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS999", "rs104", "RS001", "RS301", "drift", ""})
  void onlyWhatCheckFindsIsARule(String id) {
    Problem refusal = refusal(() -> RuleSpec.of(id, "error", null, null));
    assertThat(refusal.help().toString())
        .startsWith("write one of RS010, ")
        .contains("RS101, RS102");
    assertThat(refusal.help().toString()).doesNotContain("RS001", "RS3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS104=", "RS104", "RS104=Off:reason", "RS104=fatal"})
  void aSeverityIsAWordOfFour(String line) {
    assertThat(refusal(() -> RuleSpec.parse(line)).help().toString())
        .isEqualTo("write error, warning, info or off");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS010=off:why", "RS011=warning", "RS013=info"})
  void whatCannotBeReadIsNotLetPassEverywhere(String line) {
    assertThat(refusal(() -> RuleSpec.parse(line)).help().toString()).contains("<files>");
  }

  @Test
  void whatCannotBeReadIsLetPassWhereItIsNamed() {
    RuleSpec spec = RuleSpec.of("RS010", "off", "broken on purpose", "demo/**");
    assertThat(spec.files()).contains("demo/**");
  }

  @Test
  void whatIsOffIsKeptWithItsReason() {
    Assessment assessment = assess("RS104=off:older tools want it so");
    assertThat(assessment.findings()).containsExactly(DRIFT);
    assertThat(assessment.suppressed())
        .containsExactly(new Suppressed(SPELLING, "older tools want it so"));
  }

  @Test
  void theWorstIsFirstAlsoUnderOtherSeverities() {
    Assessment assessment = assess("RS104=error;RS101=info");
    assertThat(assessment.findings())
        .containsExactly(SPELLING.withSeverity(Severity.ERROR), DRIFT.withSeverity(Severity.INFO));
  }

  @Test
  void theLastRuleThatSpeaksOfAFindingCounts() {
    assertThat(assess("RS104=off:no;RS104=info").suppressed()).isEmpty();
    assertThat(assess("RS104=info;RS104=off:yes").suppressed()).hasSize(1);
  }

  @Test
  void aRuleOfSomeFilesSpeaksOfNoOthers() {
    Assessment found = new Assessment(workspace(), List.of(), List.of(DRIFT, SPELLING), List.of());
    RuleSpec python = RuleSpec.of("RS101", "off", "its own line", "python/**");
    RuleSpec elsewhere = RuleSpec.of("RS101", "off", "its own line", "*.toml");
    assertThat(found.configured(List.of(python)).findings()).containsExactly(SPELLING);
    assertThat(found.configured(List.of(elsewhere)).findings()).containsExactly(DRIFT, SPELLING);
  }

  @Test
  void withoutTheFindingThatIsOffAllIsInSync() {
    assertThat(assess("RS101=off:two lines on purpose").verdict()).isEqualTo(Verdict.IN_SYNC);
    assertThat(assess("RS101=warning").verdict()).isEqualTo(Verdict.OUT_OF_SYNC);
  }

  private static Assessment assess(String rules) {
    return new Assessment(workspace(), List.of(), List.of(DRIFT, SPELLING), List.of())
        .configured(RuleSpec.parse(rules));
  }

  private static Workspace workspace() {
    return new Workspace(
        List.of(), Map.of(), Map.of(), List.of(), Map.of(), List.of(), List.of(), List.of());
  }

  private static Problem refusal(ThrowingCallable call) {
    Problem problem = catchThrowableOfType(ReleaseException.class, call).problem();
    assertThat(problem.code()).isEqualTo(Code.CONFIGURATION_INVALID);
    return problem;
  }
}
