package io.github.releasesync.version;

/** The next version by a {@link Level}. */
public sealed interface NextVersion permits NextVersion.Found, NextVersion.Refused {

  /**
   * There is a next version.
   *
   * @param version a development version for the level {@code development} alone
   */
  record Found(ReleaseVersion version) implements NextVersion {}

  /**
   * The level means nothing here, or goes back, or what it means is released already.
   *
   * @param reason why, as a clause that names the versions
   * @param writeInstead a level to write, as {@link Level#parse} takes it
   */
  record Refused(String reason, String writeInstead) implements NextVersion {}
}
