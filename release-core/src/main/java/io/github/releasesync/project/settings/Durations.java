package io.github.releasesync.project.settings;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import java.time.Duration;

/** Durations as parameters write them. */
public final class Durations {

  private static final int MOST_DIGITS = 9;

  private Durations() {}

  /**
   * Reads a duration.
   *
   * @param parameter the parameter's name, for the message
   * @param text a whole number and a unit: {@code 500ms}, {@code 90s}, {@code 10m}, {@code 2h}
   * @return the duration, longer than nothing
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} for anything else
   */
  public static Duration parse(String parameter, String text) {
    String value = text.strip();
    int digits = 0;
    while (digits < value.length() && value.charAt(digits) >= '0' && value.charAt(digits) <= '9') {
      digits++;
    }
    if (digits == 0 || digits > MOST_DIGITS) {
      throw invalid(parameter, text);
    }
    long number = Long.parseLong(value.substring(0, digits));
    Duration duration =
        switch (value.substring(digits)) {
          case "ms" -> Duration.ofMillis(number);
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          case "h" -> Duration.ofHours(number);
          default -> throw invalid(parameter, text);
        };
    if (duration.isZero()) {
      throw invalid(parameter, text);
    }
    return duration;
  }

  private static ReleaseException invalid(String parameter, String text) {
    return ReleaseException.of(
        Code.CONFIGURATION_INVALID,
        Place.of(parameter),
        "`" + text + "` is not a duration",
        "write a number and ms, s, m or h, for example 10m");
  }
}
