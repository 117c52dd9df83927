package io.github.releasesync.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a registry wants us to wait. */
class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final RetryAfter waits = new RetryAfter(Clock.fixed(NOW, ZoneOffset.UTC));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | PT1S",
        "90 | PT1M30S",
        "86400 | PT24H",
        "86401 | PT24H",
        "99999999999999999999 | PT24H",
        "-5 | PT1M",
        "٣ | PT1M",
        "soon | PT1M",
        "Fri, 20 Nov 2026 12:10:00 GMT | PT10M",
        "Fri, 20 Nov 2020 12:00:00 GMT | PT1S",
        "Thu, 20 Nov 2036 12:00:00 GMT | PT24H"
      })
  void aWaitIsReadAndKeptWithinADay(String retryAfter, Duration expected) {
    assertThat(wait(Map.of("retry-after", retryAfter), "")).isEqualTo(expected);
  }

  @Test
  void aDateCountsFromTheClockOfTheServer() {
    Map<String, String> headers =
        Map.of(
            "retry-after",
            "Fri, 20 Nov 2026 13:10:00 GMT",
            "date",
            "Fri, 20 Nov 2026 13:00:00 GMT");
    assertThat(wait(headers, "")).isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void cratesIoSaysItInItsText() {
    String text =
        "You have published too many crates. Please try again after "
            + "Fri, 20 Nov 2026 12:10:00 GMT and see https://crates.io/docs/rate-limits";
    assertThat(RetryAfter.isAsked(answer(200, Map.of()), text)).isTrue();
    assertThat(wait(Map.of(), text)).isEqualTo(Duration.ofMinutes(10));
    assertThat(wait(Map.of(), "Please try again after lunch")).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aServerThatFailsDoesNotAskToWait() {
    assertThat(RetryAfter.isAsked(answer(503, Map.of("retry-after", "5")), "")).isFalse();
    assertThat(RetryAfter.isAsked(answer(429, Map.of()), "")).isTrue();
    assertThat(RetryAfter.isAsked(answer(400, Map.of()), "no")).isFalse();
  }

  private Duration wait(Map<String, String> headers, String text) {
    return Duration.between(NOW, waits.until(answer(429, headers), text));
  }

  private static HttpAnswer.Whole answer(int status, Map<String, String> headers) {
    return new HttpAnswer.Whole(URI.create("https://crates.io/"), status, headers, new byte[0]);
  }
}
