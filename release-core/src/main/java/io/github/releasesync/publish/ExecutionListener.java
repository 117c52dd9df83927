package io.github.releasesync.publish;

import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.Step;
import java.time.Duration;

/** A listener to the executor. */
public interface ExecutionListener {

  /** A listener that ignores everything. */
  ExecutionListener NONE = new ExecutionListener() {};

  /**
   * A step begins.
   *
   * @param step the step
   */
  default void begins(Step step) {}

  /**
   * An artifact came to a new state.
   *
   * @param artifact the artifact
   * @param state its state
   * @param detail what there is to say of it; may be empty
   */
  default void reached(PlannedArtifact artifact, ArtifactState state, String detail) {}

  /**
   * An index does not list an artifact yet; it is asked again and again from now on.
   *
   * @param artifact the artifact
   * @param longest how long it is waited for
   */
  default void waits(PlannedArtifact artifact, Duration longest) {}

  /**
   * A record is in the journal. What it announces is not done yet; a rehearsal may end the run here
   * as if the machine had failed.
   *
   * @param number which record of this run, from 1
   */
  default void recorded(int number) {}
}
