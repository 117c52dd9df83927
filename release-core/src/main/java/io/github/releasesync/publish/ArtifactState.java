package io.github.releasesync.publish;

import java.util.Locale;

/** Where one artifact stands. */
public enum ArtifactState {
  /** Not there, not tried. */
  PENDING,
  /** Sent, with an unknown result. */
  AMBIGUOUS,
  /** Refused. */
  REJECTED,
  /** The registry asked to wait. */
  DEFERRED,
  /** There, with the planned bytes, as the registry's record says. */
  PRESENT,
  /** There, and the index that installers read states the planned sha256. */
  VERIFIED,
  /** There, with other bytes. */
  CONFLICT,
  /** The registry could not be asked. */
  UNKNOWN;

  /**
   * The word that reports use.
   *
   * @return the lower-case name
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
