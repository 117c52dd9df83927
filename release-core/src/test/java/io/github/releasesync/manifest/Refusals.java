package io.github.releasesync.manifest;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a call refuses. */
public final class Refusals {

  private Refusals() {}

  public static Problem refused(ThrowingCallable call) {
    return catchThrowableOfType(ReleaseException.class, call).problem();
  }
}
