package io.github.releasesync.goal;

import io.github.releasesync.publish.Outcome;
import io.github.releasesync.publish.Standing;
import java.util.Optional;

/** The result of the publish goal: a preview, or a run. */
public sealed interface PublishResult {

  /**
   * The outcome of the run.
   *
   * @return the outcome; empty for a preview
   */
  Optional<Outcome> outcome();

  /**
   * Whether the goal fails.
   *
   * @return true if a run did not finish the release
   */
  default boolean failed() {
    return outcome().filter(o -> !o.isDone()).isPresent();
  }

  /**
   * A preview: nothing was sent.
   *
   * @param standing the position of the release
   */
  record Preview(Standing standing) implements PublishResult {

    @Override
    public Optional<Outcome> outcome() {
      return Optional.empty();
    }
  }

  /**
   * A run.
   *
   * @param done the outcome
   */
  record Run(Outcome done) implements PublishResult {

    @Override
    public Optional<Outcome> outcome() {
      return Optional.of(done);
    }
  }
}
