package io.github.releasesync.publish;

import java.time.Duration;

/**
 * Durations of waits, and numbers of retries.
 *
 * @param indexTimeout the longest wait until an index lists an accepted file
 * @param indexPoll the interval between looks at the index
 * @param quietPeriod the time for which a crate must stay absent after an upload without an answer,
 *     before it is sent again: crates.io answers within 30 s, and its replicas lag
 * @param retryPause the pause before the first retry of a look-up or an upload; doubled each time
 * @param retries the number of retries of a look-up or an upload
 * @param longestDeferral the longest wait that a registry may ask for; beyond it, the run ends
 * @param parallelUploads the number of parallel uploads to PyPI
 */
public record Timeouts(
    Duration indexTimeout,
    Duration indexPoll,
    Duration quietPeriod,
    Duration retryPause,
    int retries,
    Duration longestDeferral,
    int parallelUploads) {

  /**
   * The timeouts for crates.io and PyPI.
   *
   * @return the defaults
   */
  public static Timeouts standard() {
    return new Timeouts(
        Duration.ofMinutes(10),
        Duration.ofSeconds(2),
        Duration.ofSeconds(90),
        Duration.ofSeconds(2),
        5,
        Duration.ofMinutes(15),
        16);
  }

  /**
   * The timeouts for registries inside the process, whose index may lag by 3 s on request.
   *
   * @return short timeouts
   */
  public static Timeouts rehearsal() {
    return new Timeouts(
        Duration.ofSeconds(5),
        Duration.ofMillis(50),
        Duration.ofMillis(200),
        Duration.ofMillis(50),
        2,
        Duration.ofSeconds(5),
        16);
  }

  /**
   * The same timeouts with another index timeout.
   *
   * @param timeout the longest wait for an index
   * @return the new timeouts
   */
  public Timeouts withIndexTimeout(Duration timeout) {
    return new Timeouts(
        timeout, indexPoll, quietPeriod, retryPause, retries, longestDeferral, parallelUploads);
  }

  /**
   * The same timeouts with another quiet period.
   *
   * @param period the time for which a crate must stay absent before it is sent again
   * @return the new timeouts
   */
  public Timeouts withQuietPeriod(Duration period) {
    return new Timeouts(
        indexTimeout, indexPoll, period, retryPause, retries, longestDeferral, parallelUploads);
  }

  /**
   * The pause before the next question to a registry that could not answer. It doubles with each
   * attempt, six times at most.
   *
   * @param attempt the number of earlier attempts, from 0
   * @return the pause
   */
  Duration backOff(int attempt) {
    return retryPause.multipliedBy(1L << Math.min(attempt, 6));
  }
}
