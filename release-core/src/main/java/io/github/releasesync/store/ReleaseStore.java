package io.github.releasesync.store;

import io.github.releasesync.artifact.InspectedArtifact;
import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.ReleasePlan;
import java.nio.file.Path;
import java.util.Optional;

/** Where a staged release is kept: its plan, its files, its journal. */
public interface ReleaseStore {

  /**
   * The plan that is staged here.
   *
   * @return the plan; empty before staging is complete
   */
  Optional<ReleasePlan> plan();

  /**
   * A staged file. Its bytes were compared with the plan when it was staged.
   *
   * @param artifact an artifact of the plan
   * @return a local file
   */
  Path file(PlannedArtifact artifact);

  /**
   * What is known of a staged file without a look into it.
   *
   * @param artifact an artifact of the plan
   * @return the artifact with what its registry is told beside the bytes
   * @throws io.github.releasesync.problem.ReleaseException if nothing was kept of it and the file
   *     cannot be read either
   */
  InspectedArtifact inspected(PlannedArtifact artifact);

  /**
   * The journal of this release.
   *
   * @return opened for this process alone
   */
  Journal journal();
}
