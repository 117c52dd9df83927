package io.github.releasesync.publish;

import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The outcome of a run.
 *
 * @param plan the plan of the release
 * @param state the state of the release
 * @param artifacts the artifacts, in the plan's order
 * @param stopped the problem that stopped it; empty only if it is done
 * @param window from the first file that became public in this run to the last; zero if at most one
 */
public record Outcome(
    ReleasePlan plan,
    ReleaseState state,
    List<Line> artifacts,
    Optional<Problem> stopped,
    Duration window) {

  /**
   * One artifact.
   *
   * @param artifact the artifact
   * @param state its state
   * @param sends the number of uploads in this run
   * @param took the time that this run spent on it, waiting included
   */
  public record Line(PlannedArtifact artifact, ArtifactState state, int sends, Duration took) {}

  /**
   * Whether everything is public and was read back.
   *
   * @return true if so
   */
  public boolean isDone() {
    return state == ReleaseState.DONE;
  }
}
