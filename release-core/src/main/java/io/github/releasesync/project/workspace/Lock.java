package io.github.releasesync.project.workspace;

import io.github.releasesync.text.Located;
import java.util.List;
import java.util.Optional;

/**
 * A lock file with its entries of the repository's own packages.
 *
 * @param file path from the root
 * @param kind whose lock it is
 * @param ignored whether its tool ignores it: a Cargo.lock in the folder of a mere member
 * @param entries the own packages that it lists or must list
 */
public record Lock(String file, Kind kind, boolean ignored, List<Entry> entries) {

  /** Whose lock it is. */
  public enum Kind {
    /** Cargo.lock. */
    CARGO,
    /** uv.lock. */
    UV
  }

  /**
   * One own package in a lock.
   *
   * @param owner the package
   * @param member whether the lock is that of the package's own workspace or project; else the
   *     package is only a path dependency from elsewhere in the repository
   * @param locked the version that the lock states, and where; empty where it has no entry
   */
  public record Entry(Package owner, boolean member, Optional<Located<String>> locked) {}
}
