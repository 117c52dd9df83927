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
   * The level does not apply, goes back, or leads to a released version.
   *
   * @param reason why, as a clause that names the versions
   * @param writeInstead a level to write, as {@link Level#parse} takes it
   */
  record Refused(String reason, String writeInstead) implements NextVersion {}
}
