package io.github.releasesync.testing;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/** What this process has used of the processors: the same however busy the machine is otherwise. */
public final class ProcessorTime {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private ProcessorTime() {}

  /** The time since the process began, of all its threads. */
  public static Duration used() {
    return Duration.ofNanos(SYSTEM.getProcessCpuTime());
  }
}
