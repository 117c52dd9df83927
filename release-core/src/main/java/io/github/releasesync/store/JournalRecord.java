package io.github.releasesync.store;

/**
 * One line of the journal.
 *
 * @param type the kind of event
 * @param artifact the identity of the artifact; empty for the release as a whole
 * @param attempt the number of the attempt, from 1; 0 for other events
 * @param time the time of the local clock; for information only
 * @param detail the readable part of the answer, without secrets
 */
public record JournalRecord(Type type, String artifact, int attempt, String time, String detail) {

  /** The kinds of events. */
  public enum Type {
    /** The files of the plan were staged. */
    STAGED,
    /** An upload is about to be sent. */
    INTENT,
    /** The registry accepted it. */
    ACCEPTED,
    /** No reliable answer arrived. */
    AMBIGUOUS,
    /** The registry refused it. */
    REJECTED,
    /** The registry asked to wait. */
    DEFERRED,
    /** The registry has it, with the planned bytes. */
    PRESENT,
    /** The index lists it. */
    RESOLVABLE,
    /** The registry has different content under its name. */
    CONFLICT,
    /** Every file was read back. */
    DONE
  }
}
