package io.github.releasesync.artifact;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a call refuses. */
final class Refusals {

  private Refusals() {}

  static Code code(ThrowingCallable call) {
    return catchThrowableOfType(ReleaseException.class, call).problem().code();
  }

  static String message(ThrowingCallable call) {
    return catchThrowableOfType(ReleaseException.class, call).problem().message();
  }
}
