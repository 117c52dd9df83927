package io.github.releasesync.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a call refuses. */
public final class Refusals {

  private Refusals() {}

  /**
   * Asserts that a call is refused with a code.
   *
   * @param code the code that is expected
   * @param call what is refused
   * @return the problem, for more assertions
   */
  public static Problem assertRefused(Code code, ThrowingCallable call) {
    Problem problem =
        assertThat(catchThrowable(call))
            .as("refused with %s", code)
            .asInstanceOf(InstanceOfAssertFactories.throwable(ReleaseException.class))
            .actual()
            .problem();
    assertThat(problem.code()).as("%s", problem).isEqualTo(code);
    return problem;
  }
}
