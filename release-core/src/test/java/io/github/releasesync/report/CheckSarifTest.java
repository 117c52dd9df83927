package io.github.releasesync.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.releasesync.check.Assessment;
import io.github.releasesync.check.Suppressed;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.testing.SarifShape;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a program learns from check.sarif. */
class CheckSarifTest {

  @Test
  void aFindingHasItsPlaceInCodePoints() {
    JsonObject run = run("", drift("Cargo.toml", 3, 12, "`1.0.0` is behind"));
    JsonObject result = result(run, 0);
    assertThat(run.get("columnKind").getAsString()).isEqualTo("unicodeCodePoints");
    assertThat(uri(result)).isEqualTo("Cargo.toml");
    assertThat(location(result).get("region").toString())
        .isEqualTo("{\"startLine\":3,\"startColumn\":12}");
    assertThat(result.get("message").toString()).contains("`1.0.0` is behind", "help: write it");
  }

  @Test
  void pathsBeginAtTheTopOfTheRepository() {
    JsonObject run = run("services/api", drift("Cargo.toml", 1, 1, "a"), drift(".", 0, 0, "b"));
    assertThat(uri(result(run, 0))).isEqualTo("services/api/Cargo.toml");
    assertThat(uri(result(run, 1))).isEqualTo("services/api");
  }

  @Test
  void aPathIsAUriReference() {
    JsonObject run = run("", drift("a b/%41#ä:x/Cargo.toml", 1, 1, "a"));
    assertThat(uri(result(run, 0))).isEqualTo("a%20b/%2541%23%C3%A4%3Ax/Cargo.toml");
  }

  @Test
  void aFingerprintStaysWhenLinesMove() {
    assertThat(print(drift("Cargo.toml", 3, 12, "is not that of pom.xml:5:12")))
        .isEqualTo(print(drift("Cargo.toml", 33, 12, "is not that of pom.xml:77:14")))
        .isNotEqualTo(print(drift("Cargo.toml", 3, 12, "is not that of pom.xml:5:12 either")))
        .isNotEqualTo(print(drift("b/Cargo.toml", 3, 12, "is not that of pom.xml:5:12")));
  }

  @Test
  void twoAlikeInOneFileAreTold() {
    JsonObject run = run("", drift("pom.xml", 3, 1, "a"), drift("pom.xml", 9, 1, "a"));
    assertThat(result(run, 0).get("partialFingerprints"))
        .isNotEqualTo(result(run, 1).get("partialFingerprints"));
  }

  @Test
  void whatIsSuppressedIsLeftOut() {
    Assessment assessment =
        Assessments.of(List.of(), List.of(new Suppressed(drift("a", 1, 1, "a"), "why")));
    JsonObject run =
        SarifShape.check(CheckSarif.write(assessment, "", "1.0.0", MavenWording.DECLARED));
    assertThat(run.getAsJsonArray("results")).isEmpty();
    assertThat(run.get("tool").toString())
        .contains("\"version\":\"1.0.0\"")
        .contains("\"rules\":[]");
  }

  @Test
  void aValueOfAMegabyteIsCut() {
    String text =
        CheckSarif.write(
            Assessments.of(drift("a", 1, 1, "x".repeat(1 << 20))), "", "1", MavenWording.DECLARED);
    SarifShape.check(text);
    assertThat(text).hasSizeLessThan(10_000);
  }

  private static String print(Problem finding) {
    return result(run("", finding), 0).get("partialFingerprints").toString();
  }

  private static JsonObject run(String folder, Problem... findings) {
    return SarifShape.check(
        CheckSarif.write(Assessments.of(findings), folder, "1.0.0", MavenWording.DECLARED));
  }

  private static JsonObject result(JsonObject run, int index) {
    return run.getAsJsonArray("results").get(index).getAsJsonObject();
  }

  private static JsonObject location(JsonObject result) {
    return result
        .getAsJsonArray("locations")
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("physicalLocation");
  }

  private static String uri(JsonObject result) {
    return location(result).getAsJsonObject("artifactLocation").get("uri").getAsString();
  }

  private static Problem drift(String file, int line, int column, String message) {
    return Problem.of(Code.DRIFT, new Place(file, line, column), message, "write it");
  }
}
