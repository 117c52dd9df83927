package io.github.releasesync.publish;

import java.util.Locale;

/** The state of one artifact in its registry. */
public enum ArtifactState {
  /** Not published and not tried. */
  PENDING,
  /** Sent, with an unknown result. */
  AMBIGUOUS,
  /** Refused. */
  REJECTED,
  /** The registry asked to wait. */
  DEFERRED,
  /** Published with the planned bytes, according to the registry's record. */
  PRESENT,
  /** Published, and the index that installers read states the planned sha256. */
  VERIFIED,
  /** Different content is published under its name. */
  CONFLICT,
  /** The registry could not be asked. */
  UNKNOWN;

  /**
   * The identifier in reports.
   *
   * @return the lower-case name
   */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
