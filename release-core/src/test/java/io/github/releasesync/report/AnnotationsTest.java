package io.github.releasesync.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands of GitHub Actions, and that nothing else becomes one. */
class AnnotationsTest {

  @Test
  void eachSeverityIsACommandOfItsOwn() {
    assertThat(lines("", drift("a/Cargo.toml", Severity.ERROR), drift("pom.xml", Severity.WARNING)))
        .containsExactly(
            "::error file=a/Cargo.toml,line=3,col=12,title=RS101::1.0.0; write it",
            "::warning file=pom.xml,line=3,col=12,title=RS101::1.0.0; write it");
    assertThat(lines("", Problem.of(Code.NOT_A_REPOSITORY, Place.of("."), "no git", "run it")))
        .containsExactly("::notice title=RS014::no git; run it");
  }

  @Test
  void pathsBeginAtTheTopOfTheRepository() {
    assertThat(lines("services/api", drift("pom.xml", Severity.ERROR)).get(0))
        .startsWith("::error file=services/api/pom.xml,");
  }

  @Test
  void whatWouldEndAPropertyIsEscaped() {
    assertThat(lines("", drift("a,b:c%\r\n::set-env::/x", Severity.ERROR)).get(0))
        .startsWith("::error file=a%2Cb%3Ac%25%0D%0A%3A%3Aset-env%3A%3A/x,line=3,");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0\n::add-mask::a",
        "1.0\r\n::stop-commands::x",
        "##[set-env name=X]y",
        "##vso[task.x]y",
        "%0A::error::x",
        "\u2028::debug::x"
      })
  void aValueFromAManifestGivesNoOrder(String value) {
    Problem finding = Problem.of(Code.DRIFT, Place.of("a"), value, value);
    assertThat(lines("", finding))
        .singleElement()
        .asString()
        .doesNotContain("\n", "\r", "\u2028", "##[", "##vso[")
        .doesNotContain("%0A");
    List<ReportLine> printed =
        new FindingText(path -> java.util.Optional.empty(), MavenWording.DECLARED).lines(finding);
    assertThat(printed)
        .extracting(ReportLine::text)
        .noneMatch(line -> line.strip().startsWith("::"))
        .noneMatch(line -> line.contains("\n") || line.contains("##[") || line.contains("##vso["));
  }

  @Test
  void aLineOfTheReportNeverBeginsACommand() {
    assertThat(ReportLine.info("  ::error::x").text()).isEqualTo("  :\\u{3a}error::x");
    assertThat(ReportLine.info("a::b").text()).isEqualTo("a::b");
  }

  @Test
  void gitHubShowsTenOfALevelSoThatThereAreNoMore() {
    Problem[] many =
        Stream.of(Severity.values())
            .flatMap(s -> IntStream.range(0, 12).mapToObj(i -> drift("f" + i, s)))
            .toArray(Problem[]::new);
    assertThat(lines("", many)).hasSize(30).filteredOn(l -> l.startsWith("::error ")).hasSize(10);
  }

  private static List<String> lines(String folder, Problem... findings) {
    return Annotations.of(Assessments.of(findings), folder, MavenWording.DECLARED);
  }

  private static Problem drift(String file, Severity severity) {
    return new Problem(Code.DRIFT, severity, new Place(file, 3, 12), "1.0.0", "write it");
  }
}
