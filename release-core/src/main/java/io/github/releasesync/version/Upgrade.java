package io.github.releasesync.version;

/** The new requirement when the named package moves to another version. */
public sealed interface Upgrade permits Upgrade.To, Upgrade.Refused {

  /**
   * A requirement that admits the version.
   *
   * @param text the whole requirement; unaffected parts are unchanged
   */
  record To(String text) implements Upgrade {}

  /**
   * It cannot follow in the style in which it is written.
   *
   * @param reason why, as a clause that names the offending part
   * @param writeInstead a requirement that admits the version
   */
  record Refused(String reason, String writeInstead) implements Upgrade {}
}
