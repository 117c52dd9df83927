package io.github.releasesync.goal;

import io.github.releasesync.prepare.GuardAnswers;
import io.github.releasesync.prepare.Push;
import java.util.Optional;

/** Result of a goal that guards may block and that may push. */
public sealed interface GuardedResult permits PrepareResult, TagResult {

  /**
   * The guards.
   *
   * @return the failed guards, and notes about those that could not run
   */
  GuardAnswers guards();

  /**
   * The push.
   *
   * @return the push; empty if nothing was committed or tagged
   */
  Optional<Push> push();

  /**
   * Whether a guard failed: nothing was changed then.
   *
   * @return true if there is a failed guard
   */
  default boolean blocked() {
    return !guards().failed().isEmpty();
  }

  /**
   * Whether the goal fails.
   *
   * @return true if a guard failed, or the remote refused the push
   */
  default boolean failed() {
    return blocked() || push().flatMap(Push::refusal).isPresent();
  }
}
