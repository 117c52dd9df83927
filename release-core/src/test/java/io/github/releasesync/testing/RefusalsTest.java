package io.github.releasesync.testing;

import static io.github.releasesync.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RefusalsTest {

  private static final ThrowingCallable REFUSED =
      () -> {
        throw ReleaseException.of(Code.GIT_FAILED, "git answered nothing", "run it again");
      };

  @Test
  void theProblemIsReturned() {
    assertThat(assertRefused(Code.GIT_FAILED, REFUSED).message()).isEqualTo("git answered nothing");
  }

  @Test
  void anotherCodeFails() {
    assertThatThrownBy(() -> assertRefused(Code.TREE_CHANGED, REFUSED))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("git answered nothing");
  }

  @Test
  void aCallThatReturnsFails() {
    assertThatThrownBy(() -> assertRefused(Code.GIT_FAILED, () -> {}))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("refused with RS004");
  }

  @Test
  void anotherExceptionFails() {
    assertThatThrownBy(
            () ->
                assertRefused(
                    Code.GIT_FAILED,
                    () -> {
                      throw new IllegalStateException("a bug");
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a bug");
  }
}
