package io.github.releasesync.version;

/** What a version of one ecosystem is to the others. */
public sealed interface Mapping permits Mapping.Portable, Mapping.Refused {

  /**
   * Every ecosystem can spell it, and all of them order it alike.
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
