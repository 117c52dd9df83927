package io.github.releasesync.version;

/** The result of mapping a version of one ecosystem to the release version. */
public sealed interface Mapping permits Mapping.Portable, Mapping.Refused {

  /**
   * Every ecosystem can spell it, and all of them order it in the same way.
   *
   * @param version the release version
   */
  record Portable(ReleaseVersion version) implements Mapping {}

  /**
   * Some ecosystem cannot spell it, or orders it differently.
   *
   * @param reason why, as a clause that names the offending part
   * @param writeInstead the portable version to write, spelled for the ecosystem it is written in
   */
  record Refused(String reason, String writeInstead) implements Mapping {}
}
