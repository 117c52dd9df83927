package io.github.releasesync.registry;

import io.github.releasesync.files.Sha256;

/** What a registry says about one artifact. */
public sealed interface Lookup {

  /** The registry certainly does not have it. */
  record Absent() implements Lookup {}

  /**
   * The registry has it.
   *
   * @param sha256 the hash that the registry states
   * @param yanked true if it is taken out of circulation
   */
  record Present(Sha256 sha256, boolean yanked) implements Lookup {}

  /**
   * Nothing certain is known.
   *
   * @param why what was asked and what was understood
   */
  record Unknown(Reason why) implements Lookup {}
}
