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
   * Sends one wheel, alone: the pivot. What PyPI has against this release it says here, and from
   * here on the release can only be finished.
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
   * Sends files at once. The sdist goes in a step of its own, last, so that no installer falls back
   * to it while wheels are missing.
   *
   * @param artifacts wheels, or sdists
   */
  record UploadFiles(List<PlannedArtifact> artifacts) implements Step {}

  /**
   * Reads back what the index states of every file.
   *
   * @param artifacts all files of the release
   */
  record ReadBack(List<PlannedArtifact> artifacts) implements Step {}
}
