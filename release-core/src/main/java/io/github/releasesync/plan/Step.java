package io.github.releasesync.plan;

import java.util.List;

/** A step of publishing. The order of the steps is the order of publication. */
public sealed interface Step {

  /**
   * The files of the step.
   *
   * @return the files, at least one
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
   * Sends one wheel on its own: the pivot. PyPI can refuse the release at this step; afterwards the
   * release must be finished.
   *
   * @param artifact the wheel, or the sdist if there is no wheel
   */
  record UploadCanary(PlannedArtifact artifact) implements Step {
    @Override
    public List<PlannedArtifact> artifacts() {
      return List.of(artifact);
    }
  }

  /**
   * Sends files in parallel. Sdists have their own step, the last one, so that no installer falls
   * back to one while wheels are missing.
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
