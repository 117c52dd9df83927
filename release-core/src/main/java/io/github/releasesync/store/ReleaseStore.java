package io.github.releasesync.store;

import io.github.releasesync.artifact.InspectedArtifact;
import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.ReleasePlan;
import java.nio.file.Path;
import java.util.Optional;

/** The store of a staged release: its plan, its files, its journal. */
public interface ReleaseStore {

  /**
   * The staged plan.
   *
   * @return the plan; empty until staging is complete
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
   * The inspected form of a staged file.
   *
   * @param artifact an artifact of the plan
   * @return the artifact with its upload metadata
   * @throws io.github.releasesync.problem.ReleaseException if neither its stored metadata nor the
   *     file can be read
   */
  InspectedArtifact inspected(PlannedArtifact artifact);

  /**
   * The journal of this release.
   *
   * @return the journal, opened exclusively for this process
   */
  Journal journal();
}
