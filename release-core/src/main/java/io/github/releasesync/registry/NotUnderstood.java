package io.github.releasesync.registry;

/** Thrown inside a client for an unclear answer; the client returns Unknown for it. */
final class NotUnderstood extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** An unclear answer, described in text that is not scrubbed yet. */
  NotUnderstood(String understood) {
    super(understood, null, false, false);
  }
}
