package io.github.releasesync.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The time after which a registry allows another request: {@code Retry-After} in seconds or as a
 * date (RFC 9110, section 10.2.3), or the date in the text of crates.io. A date counts from the
 * server's own clock. Absurd waits are cut to between a second and a day.
 */
public final class RetryAfter {

  private static final Duration DEFAULT = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final String IN_TEXT = "try again after ";
  private static final int DATE_LENGTH = "Sun, 06 Nov 1994 08:49:37 GMT".length();
  private static final int MOST_DIGITS = 9;

  private final Clock clock;

  public RetryAfter(Clock clock) {
    this.clock = clock;
  }

  /** Whether an answer asks to wait, whatever its status: crates.io may say so with 200. */
  public static boolean isAsked(HttpAnswer.Whole answer, String text) {
    return answer.status() == 429
        || !answer.isUncertain()
            && !answer.isRedirect()
            && answer.headers().containsKey("retry-after")
        || text.contains(IN_TEXT);
  }

  public Instant until(HttpAnswer.Whole answer, String text) {
    Duration wait =
        answer
            .header("retry-after")
            .flatMap(value -> wait(answer, value.strip()))
            .or(() -> inText(answer, text))
            .orElse(DEFAULT);
    return clock.instant().plus(bounded(wait));
  }

  private Optional<Duration> wait(HttpAnswer.Whole answer, String value) {
    if (!value.isEmpty() && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(
          value.length() > MOST_DIGITS ? LONGEST : Duration.ofSeconds(Long.parseLong(value)));
    }
    Instant now = answer.header("date").flatMap(RetryAfter::date).orElseGet(clock::instant);
    return date(value).map(date -> Duration.between(now, date));
  }

  private Optional<Duration> inText(HttpAnswer.Whole answer, String text) {
    int at = text.indexOf(IN_TEXT);
    if (at < 0) {
      return Optional.empty();
    }
    String rest = text.substring(at + IN_TEXT.length());
    return wait(answer, rest.substring(0, Math.min(rest.length(), DATE_LENGTH)));
  }

  private static Optional<Instant> date(String value) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration wait) {
    if (wait.compareTo(SHORTEST) < 0) {
      return SHORTEST;
    }
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }
}
