package io.github.releasesync.publish;

import io.github.releasesync.problem.Problem;

/** Ends the work on an artifact, and with it the run. */
final class Stopped extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ArtifactState state;
  private final transient Problem problem;

  Stopped(ArtifactState state, Problem problem) {
    super(problem.message());
    this.state = state;
    this.problem = problem;
  }

  ArtifactState state() {
    return state;
  }

  Problem problem() {
    return problem;
  }
}
