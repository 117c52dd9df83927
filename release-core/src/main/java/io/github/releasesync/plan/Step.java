package io.github.releasesync.plan;

import java.util.List;

/** One thing that publishing does. The order of the steps is the order of the saga. */
public sealed interface Step {

  /**
   * The files that the step is about.
   *
   * @return at least one
   */
  List<PlannedArtifact> artifacts();

  /**
   * Sends the crates of one level, one after the other.
   *
   * @param level the level, from 0
   * @param artifacts the crates
   */
  record PublishCrates(int level, List<PlannedArtifact> artifacts) implements Step {}

  /**
   * Waits until the index lists the crates of one level, so that their dependents can be resolved.
   *
   * @param level the level, from 0
   * @param artifacts the crates
   */
  record AwaitCrates(int level, List<PlannedArtifact> artifacts) implements Step {}

  /**
   * Sends one wheel, alone: the pivot. If PyPI refuses this release, it does so here; afterwards
   * the release must be finished.
   *
   * @param artifact the wheel, or the sdist where there is no wheel
   */
  record UploadCanary(PlannedArtifact artifact) implements Step {
    @Override
    public List<PlannedArtifact> artifacts() {
      return List.of(artifact);
    }
  }

  /**
   * Sends files at once. The sdist has its own step, the last one, so that no installer falls back
   * to it while wheels are missing.
   *
   * @param artifacts wheels, or sdists
   */
  record UploadFiles(List<PlannedArtifact> artifacts) implements Step {}

  /**
   * Reads back every file from the index.
   *
   * @param artifacts all files of the release
   */
  record ReadBack(List<PlannedArtifact> artifacts) implements Step {}
}
