package io.github.releasesync.plan;

import io.github.releasesync.version.Ecosystem;

/**
 * A package of the group that another tool publishes: it must be in its registry before a release
 * begins, and is neither sent nor compared.
 *
 * @param ecosystem Cargo or PyPI
 * @param name its name there
 * @param version its version as this ecosystem spells it
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
