package io.github.releasesync.publish;

import java.util.function.Supplier;

/**
 * How long registries are waited for, and in whose time.
 *
 * @param timing the time
 * @param timeouts how long, and how often
 */
record Patience(Timing timing, Timeouts timeouts) {

  /** The answer to a question, asked again while the registry gives no certain one. */
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
