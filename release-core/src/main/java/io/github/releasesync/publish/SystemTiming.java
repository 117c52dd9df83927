package io.github.releasesync.publish;

import java.time.Clock;
import java.time.Duration;

/** The clock of this machine, and real pauses. */
public final class SystemTiming implements Timing {

  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  public void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
