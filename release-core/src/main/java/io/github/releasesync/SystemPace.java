package io.github.releasesync;

import io.github.releasesync.execute.Pace;
import java.time.Clock;
import java.time.Duration;

/** The time of this machine. */
final class SystemPace implements Pace {

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
