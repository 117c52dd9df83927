package io.github.releasesync.goal;

import io.github.releasesync.next.NextReleases;
import java.util.Optional;

/**
 * Result of the next goal.
 *
 * @param next the next release of each group
 * @param committed whether a next version is already written and the manifests of all packages are
 *     as HEAD has them; false outside git
 * @param report path of next.json, relative to the root if it is below it; empty if none was
 *     written
 */
public record NextResult(NextReleases next, boolean committed, Optional<String> report) {

  /**
   * Whether the goal fails.
   *
   * @return true if the level applies to no group
   */
  public boolean failed() {
    return next.failed();
  }

  /**
   * This result with a report.
   *
   * @param path path of next.json
   * @return the result
   */
  public NextResult withReport(String path) {
    return new NextResult(next, committed, Optional.of(path));
  }
}
