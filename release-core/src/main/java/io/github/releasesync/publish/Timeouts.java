package io.github.releasesync.publish;

import java.time.Duration;

/**
 * How long to wait, and how often to try.
 *
 * @param indexTimeout how long an index may take to list what its registry accepted
 * @param indexPoll how often to look meanwhile
 * @param quietPeriod how long a crate must stay absent after an upload without an answer, before it
 *     is sent again: crates.io answers within 30 s, and its replicas lag
 * @param retryPause how long to wait before a look-up or an upload is tried again; doubled each
 *     time
 * @param retries how often a look-up or an upload is tried again
 * @param longestDeferral how long to wait where a registry asks for it; beyond, the run ends
 * @param parallelUploads how many files go to PyPI at once
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
   * What suits crates.io and PyPI.
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
   * What suits registries inside the process, whose index may be made to lag by 3 s.
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
   * The same with more or less patience for an index.
   *
   * @param timeout how long an index may take
   * @return the new timeouts
   */
  public Timeouts withIndexTimeout(Duration timeout) {
    return new Timeouts(
        timeout, indexPoll, quietPeriod, retryPause, retries, longestDeferral, parallelUploads);
  }

  /**
   * The same with another quiet period.
   *
   * @param period how long a crate must stay absent before it is sent again
   * @return the new timeouts
   */
  public Timeouts withQuietPeriod(Duration period) {
    return new Timeouts(
        indexTimeout, indexPoll, period, retryPause, retries, longestDeferral, parallelUploads);
  }

  /**
   * Pause before the next question to a registry that could not answer: it doubles with each
   * attempt, six times at most.
   *
   * @param attempt how many attempts came before, from 0
   * @return the pause
   */
  Duration backOff(int attempt) {
    return retryPause.multipliedBy(1L << Math.min(attempt, 6));
  }
}
