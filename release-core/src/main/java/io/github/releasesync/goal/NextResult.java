package io.github.releasesync.goal;

import io.github.releasesync.next.NextReleases;
import java.util.Optional;

/**
 * Result of the next goal.
 *
 * @param next the next release of each group
 * @param report path of next.json, from the root where it is below it; empty if none was written
 */
public record NextResult(NextReleases next, Optional<String> report) {

  /**
   * Whether the goal fails.
   *
   * @return true if no group takes the level
   */
  public boolean failed() {
    return next.failed();
  }

  /**
   * The same result with a report.
   *
   * @param path path of next.json
   * @return the result
   */
  public NextResult withReport(String path) {
    return new NextResult(next, Optional.of(path));
  }
}
