package io.github.releasesync.goal;

import io.github.releasesync.check.Assessment;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import java.util.Arrays;
import java.util.Locale;

/** From which severity on a check fails. */
public enum FailOn {
  /** Errors fail it. */
  ERROR,
  /** Errors and warnings fail it. */
  WARNING,
  /** Nothing fails it. */
  NEVER;

  /**
   * The value of a word.
   *
   * @param word {@code error}, {@code warning} or {@code never}
   * @return the value
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if it is another word
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
                    "`" + word + "` is none of its values",
                    "write error, warning or never"));
  }

  /** The severity from which findings count: those that fail the check, else the worst. */
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
