package io.github.releasesync.sandbox;

import java.util.Optional;

/** A fault ends a request: with an answer that no registry would give, or with none at all. */
final class Interruption extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient SandboxAnswer answer;

  private Interruption(SandboxAnswer answer) {
    super(null, null, false, false);
    this.answer = answer;
  }

  static Interruption with(SandboxAnswer answer) {
    return new Interruption(answer);
  }

  /** The connection is cut instead of an answer. */
  static Interruption cut() {
    return new Interruption(null);
  }

  Optional<SandboxAnswer> answer() {
    return Optional.ofNullable(answer);
  }
}
