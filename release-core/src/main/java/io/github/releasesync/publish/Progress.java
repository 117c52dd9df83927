package io.github.releasesync.publish;

import io.github.releasesync.plan.PlannedArtifact;
import java.time.Duration;
import java.time.Instant;

/** The progress of one artifact in this run. */
final class Progress {
  private final PlannedArtifact artifact;
  ArtifactState state;
  int sends;
  Duration took = Duration.ZERO;
  Instant since;

  Progress(PlannedArtifact artifact, boolean seen) {
    this.artifact = artifact;
    this.state = seen ? ArtifactState.PRESENT : ArtifactState.PENDING;
  }

  void becamePublic(Instant now) {
    if (since == null && state == ArtifactState.PRESENT) {
      since = now;
    }
  }

  Outcome.Line line() {
    return new Outcome.Line(artifact, state, sends, took);
  }
}
