package io.github.releasesync.registry;

/** Thrown inside a client where an answer says nothing certain; the client makes Unknown of it. */
final class NotUnderstood extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** An answer, in words that are not scrubbed yet. */
  NotUnderstood(String understood) {
    super(understood, null, false, false);
  }
}
