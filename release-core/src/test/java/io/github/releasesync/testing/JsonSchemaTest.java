package io.github.releasesync.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A validator that lets everything pass would prove nothing. */
class JsonSchemaTest {

  private static final String EMPTY =
      "{\"schema\":1,\"verdict\":\"in-sync\",\"packages\":[],\"groups\":[],\"locks\":[],"
          + "\"findings\":[],\"suppressed\":[]}";

  @Test
  void anEmptyReportIsRight() {
    assertThat(JsonSchema.ofCheck().violations(EMPTY)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"schema\":1, | '' | breaks required",
        "\"schema\":1 | \"schema\":2 | breaks const",
        "in-sync | fine | breaks enum",
        "\"locks\":[] | \"locks\":{} | breaks type",
        "\"locks\":[] | \"locks\":[],\"more\":1 | is not described",
        "\"locks\":[] | \"locks\":[1] | breaks type",
        "\"groups\":[] | \"groups\":[{\"lead\":\"npm:x\"}] | breaks pattern",
        "\"findings\":[] | \"findings\":[{\"line\":0}] | breaks anyOf",
        "\"packages\":[] | \"packages\":[{\"post\":-1}] | breaks minimum",
      })
  void whatIsWrongIsTold(String part, String other, String violation) {
    assertThat(JsonSchema.ofCheck().violations(EMPTY.replace(part, other)))
        .anyMatch(found -> found.contains(violation));
  }
}
