package io.github.releasesync.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Time, as the executor lives through it; a test's passes at once. */
public interface Timing {

  /**
   * The present.
   *
   * @return now
   */
  default Instant now() {
    return clock().instant();
  }

  /**
   * The clock behind it.
   *
   * @return the clock
   */
  Clock clock();

  /**
   * Waits.
   *
   * @param duration how long
   */
  void pause(Duration duration);
}
