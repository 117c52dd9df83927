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
   * An artifact reached a new state.
   *
   * @param artifact the artifact
   * @param state its state
   * @param detail details for a person; may be empty
   */
  default void reached(PlannedArtifact artifact, ArtifactState state, String detail) {}

  /**
   * An index does not list an artifact yet; polling begins.
   *
   * @param artifact the artifact
   * @param longest the longest wait
   */
  default void waits(PlannedArtifact artifact, Duration longest) {}

  /**
   * A record is in the journal; the action that it announces has not begun. A rehearsal may end the
   * run here to simulate a crash.
   *
   * @param number the number of the record in this run, from 1
   */
  default void recorded(int number) {}
}
