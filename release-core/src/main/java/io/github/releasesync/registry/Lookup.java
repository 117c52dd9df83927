package io.github.releasesync.registry;

import io.github.releasesync.files.Sha256;

/** The answer of a registry about one artifact. */
public sealed interface Lookup {

  /** The registry does not have it. */
  record Absent() implements Lookup {}

  /**
   * The registry has it.
   *
   * @param sha256 the hash that the registry states
   * @param yanked whether it is yanked
   */
  record Present(Sha256 sha256, boolean yanked) implements Lookup {}

  /**
   * The answer is uncertain.
   *
   * @param why the question and the answer
   */
  record Unknown(Reason why) implements Lookup {}
}
