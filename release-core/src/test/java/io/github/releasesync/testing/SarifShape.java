package io.github.releasesync.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.util.HashSet;
import java.util.Set;

/**
 * What SARIF 2.1.0 demands of the parts that are used here (OASIS standard, sections 3.13 to 3.49),
 * and GitHub of a file that it shows.
 */
public final class SarifShape {

  private static final Set<String> LEVELS = Set.of("none", "note", "warning", "error");

  private SarifShape() {}

  public static JsonObject check(String text) {
    JsonObject log = JsonParser.parseString(text).getAsJsonObject();
    noNulls(log);
    assertThat(log.get("version").getAsString()).isEqualTo("2.1.0");
    assertThat(log.getAsJsonArray("runs")).hasSize(1);
    JsonObject run = log.getAsJsonArray("runs").get(0).getAsJsonObject();
    JsonObject driver = run.getAsJsonObject("tool").getAsJsonObject("driver");
    assertThat(driver.get("name").getAsString()).isNotBlank();
    assertThat(driver.get("version").getAsString()).isNotBlank();
    assertThat(run.get("columnKind").getAsString()).isIn("utf16CodeUnits", "unicodeCodePoints");
    Set<String> ids = new HashSet<>();
    for (JsonElement rule : driver.getAsJsonArray("rules")) {
      rule(rule.getAsJsonObject());
      assertThat(ids.add(rule.getAsJsonObject().get("id").getAsString())).isTrue();
    }
    Set<String> fingerprints = new HashSet<>();
    for (JsonElement element : run.getAsJsonArray("results")) {
      JsonObject result = element.getAsJsonObject();
      result(result, run, driver);
      assertThat(fingerprints.add(result.get("partialFingerprints").toString())).isTrue();
    }
    return run;
  }

  private static void rule(JsonObject rule) {
    assertThat(rule.getAsJsonObject("shortDescription").get("text").getAsString()).isNotBlank();
    assertThat(rule.getAsJsonObject("help").get("text").getAsString()).isNotBlank();
    assertThat(rule.getAsJsonObject("defaultConfiguration").get("level").getAsString())
        .isIn(LEVELS);
  }

  private static void result(JsonObject result, JsonObject run, JsonObject driver) {
    JsonObject rule =
        driver.getAsJsonArray("rules").get(result.get("ruleIndex").getAsInt()).getAsJsonObject();
    assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
    assertThat(result.get("level").getAsString()).isIn(LEVELS);
    assertThat(result.getAsJsonObject("message").get("text").getAsString()).isNotBlank();
    result
        .getAsJsonObject("partialFingerprints")
        .entrySet()
        .forEach(print -> assertThat(print.getValue().getAsString()).isNotBlank());
    assertThat(result.getAsJsonArray("locations")).hasSize(1);
    JsonObject location =
        result
            .getAsJsonArray("locations")
            .get(0)
            .getAsJsonObject()
            .getAsJsonObject("physicalLocation");
    JsonObject artifact = location.getAsJsonObject("artifactLocation");
    URI uri = URI.create(artifact.get("uri").getAsString());
    assertThat(uri.isAbsolute()).isFalse();
    assertThat(uri.getRawPath()).doesNotStartWith("/").doesNotContain("..").isNotEmpty();
    assertThat(
            run.getAsJsonObject("originalUriBaseIds").has(artifact.get("uriBaseId").getAsString()))
        .isTrue();
    if (location.has("region")) {
      location
          .getAsJsonObject("region")
          .entrySet()
          .forEach(position -> assertThat(position.getValue().getAsInt()).isPositive());
    }
  }

  private static void noNulls(JsonElement element) {
    assertThat(element.isJsonNull()).isFalse();
    if (element.isJsonObject()) {
      element.getAsJsonObject().entrySet().forEach(member -> noNulls(member.getValue()));
    } else if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(SarifShape::noNulls);
    }
  }
}
