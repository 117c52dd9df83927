package io.github.releasesync.goal;

import io.github.releasesync.check.Assessment;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import java.util.Arrays;
import java.util.Locale;

/** The lowest severity that fails a check. */
public enum FailOn {
  /** Errors fail the check. */
  ERROR,
  /** Errors and warnings fail the check. */
  WARNING,
  /** No finding fails the check. */
  NEVER;

  /**
   * The value of an identifier.
   *
   * @param word {@code error}, {@code warning} or {@code never}
   * @return the value
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if it is another value
   */
  public static FailOn of(String word) {
    return Arrays.stream(values())
        .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                ReleaseException.of(
                    Code.CONFIGURATION_INVALID,
                    Place.of("release-sync.failOn"),
                    "`" + word + "` is not a valid value",
                    "write error, warning or never"));
  }

  /** The lowest severity to count: that which fails the check, else the worst one found. */
  public Severity least(Assessment assessment) {
    boolean errorsOnly = this != WARNING && assessment.count(Severity.ERROR) > 0;
    return errorsOnly ? Severity.ERROR : Severity.WARNING;
  }

  public boolean fails(Assessment assessment) {
    boolean errors = assessment.count(Severity.ERROR) > 0;
    return switch (this) {
      case ERROR -> errors;
      case WARNING -> errors || assessment.count(Severity.WARNING) > 0;
      case NEVER -> false;
    };
  }
}
