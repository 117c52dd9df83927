package io.github.releasesync.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The clock and the pauses of the executor; a test replaces both. */
public interface Timing {

  /**
   * The current time.
   *
   * @return now
   */
  default Instant now() {
    return clock().instant();
  }

  /**
   * The clock.
   *
   * @return the clock
   */
  Clock clock();

  /**
   * Waits.
   *
   * @param duration the length of the pause
   */
  void pause(Duration duration);
}
