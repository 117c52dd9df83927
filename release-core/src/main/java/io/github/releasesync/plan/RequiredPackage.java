package io.github.releasesync.plan;

import io.github.releasesync.version.Ecosystem;

/**
 * A package of the group that another tool publishes. It must be in its registry before the release
 * begins; it is neither sent nor compared.
 *
 * @param ecosystem Cargo or PyPI
 * @param name its name in that ecosystem
 * @param version its version in the notation of that ecosystem
 */
public record RequiredPackage(Ecosystem ecosystem, String name, String version) {

  /**
   * Its name in reports.
   *
   * @return {@code cargo:NAME@VERSION} or {@code pypi:NAME@VERSION}
   */
  public String id() {
    return ecosystem.word() + ":" + name + "@" + version;
  }
}
