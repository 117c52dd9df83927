package io.github.releasesync.store;

/**
 * One line of the journal.
 *
 * @param type what happened
 * @param artifact the identity of the artifact; empty for the release as a whole
 * @param attempt which attempt at it, from 1; 0 where none is meant
 * @param time when, as the local clock had it; for people only, nothing is decided by it
 * @param detail what was understood, without secrets
 */
public record JournalRecord(Type type, String artifact, int attempt, String time, String detail) {

  /** What can happen. */
  public enum Type {
    /** The files of the plan were staged. */
    STAGED,
    /** An upload is about to be sent. */
    INTENT,
    /** The registry took it. */
    ACCEPTED,
    /** No trustworthy answer came. */
    AMBIGUOUS,
    /** The registry refused it. */
    REJECTED,
    /** The registry asked to wait. */
    DEFERRED,
    /** The registry has it, with the planned bytes. */
    PRESENT,
    /** The index lists it. */
    RESOLVABLE,
    /** The registry has other bytes under its name. */
    CONFLICT,
    /** Every file was read back. */
    DONE
  }
}
