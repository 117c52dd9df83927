package io.github.releasesync.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  private final Json json = new Json();

  @Test
  void readsEveryKindOfValue() {
    JsonValue document =
        json.read("{\"name\":\"demo\",\"size\":12,\"yanked\":false,\"deps\":[{\"req\":\"^1\"}]}");

    assertThat(document.get("name").string()).isEqualTo("demo");
    assertThat(document.get("size").integer()).isEqualTo(12);
    assertThat(document.get("yanked").bool()).isFalse();
    assertThat(document.get("deps").list().get(0).get("req").string()).isEqualTo("^1");
  }

  @Test
  void aMemberThatIsNullOrMissingIsNotFound() {
    JsonValue document = json.read("{\"links\":null}");

    assertThat(document.find("links")).isEmpty();
    assertThat(document.find("nowhere")).isEmpty();
    assertThat(document.get("links").isNull()).isTrue();
  }

  @Test
  void aWrongTypeIsRefusedByItsPath() {
    JsonValue document = json.read("{\"urls\":[{\"digests\":7}]}");

    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> document.get("urls").list().get(0).get("digests").get("sha256"))
        .withMessage("`urls[0].digests` is a number, not an object");
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> document.get("vers"))
        .withMessage("the document has no `vers`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "<html></html>",
        "{\"a\":",
        "{\"a\":1} x",
        "{'a':1}",
        "{\"a\":1,}",
        "[1,]",
        "[1,,2]",
        "{a:1}",
        "NaN",
        "[Infinity]",
        "// comment\n1",
        "{\"a\":1,\"a\":2}",
        "\u0000",
        "\"unended"
      })
  void whatIsNotJsonIsRefused(String text) {
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> json.read(text))
        .withMessageStartingWith("not JSON: ")
        .withMessageNotContaining("line");
  }

  @Test
  void deepNestingIsRefusedBeforeTheStackEnds() {
    assertThatExceptionOfType(JsonException.class)
        .isThrownBy(() -> json.read("[".repeat(1_000_000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1e400", "99999999999999999999", "\"1\"", "1e2"})
  void onlyWholeNumbersAreIntegers(String number) {
    JsonValue value = json.read(number);

    assertThatExceptionOfType(JsonException.class).isThrownBy(value::integer);
  }

  @Test
  void whatWasReadCanBeWrittenAgain() {
    String text = "{\"b\":[1,2.50,\"<&>\",null,true],\"a\":{\"c\":\"é\"}}";

    assertThat(json.line(json.read(text))).isEqualTo(text);
  }

  @Test
  void aLineHoldsNoLineEnd() {
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("text", "a\nb");
    value.put("none", null);
    value.put("list", List.of(1, 2));

    assertThat(json.line(value)).isEqualTo("{\"text\":\"a\\nb\",\"none\":null,\"list\":[1,2]}");
  }

  private record Point(int x, String label, List<Integer> tags) {}

  @Test
  void recordsBecomeObjectsWithTheirComponentsInOrder() {
    assertThat(json.write(new Point(1, null, List.of())))
        .isEqualTo("{\n  \"x\": 1,\n  \"label\": null,\n  \"tags\": []\n}\n");
  }

  @Test
  void aConstantIsWrittenByItsName() {
    assertThat(json.line(List.of(Thread.State.NEW))).isEqualTo("[\"NEW\"]");
  }

  @Test
  void whatHasNoFormInJsonIsRefused() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> json.line(List.of(new Object())))
        .withMessage("no JSON for class java.lang.Object");
  }
}
