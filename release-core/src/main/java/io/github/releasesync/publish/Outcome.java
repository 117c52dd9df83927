package io.github.releasesync.publish;

import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a run came to.
 *
 * @param plan what was to be published
 * @param state where the release stands
 * @param artifacts where each artifact stands, in the plan's order
 * @param stopped what stopped it; empty only if it is done
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
   * @param state where it stands
   * @param sends how often it was sent in this run
   * @param took how long this run worked on it, waiting included
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
