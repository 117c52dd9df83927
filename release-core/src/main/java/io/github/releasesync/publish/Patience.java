package io.github.releasesync.publish;

import java.util.function.Supplier;

/**
 * Retries and waits for registries.
 *
 * @param timing the clock and the pauses
 * @param timeouts the durations and the number of retries
 */
record Patience(Timing timing, Timeouts timeouts) {

  /** The answer to a question, which is repeated while the answer is uncertain. */
  <T extends Standing.Asked> T ask(Supplier<T> question) {
    for (int attempt = 0; ; attempt++) {
      T answer = question.get();
      if (answer.presence() != Presence.UNKNOWN || attempt >= timeouts.retries()) {
        return answer;
      }
      timing.pause(timeouts.backOff(attempt));
    }
  }
}
