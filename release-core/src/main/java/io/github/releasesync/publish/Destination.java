package io.github.releasesync.publish;

import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.RequiredPackage;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.registry.Lookup;
import io.github.releasesync.registry.UploadResult;
import io.github.releasesync.store.ReleaseStore;
import java.util.List;
import java.util.Map;

/**
 * The registry that artifacts of one ecosystem go to. Every method asks or sends once; the caller
 * decides whether to retry.
 */
public interface Destination {

  /**
   * The registry's own record of an artifact.
   *
   * @param artifact an artifact of this ecosystem
   * @return the answer of the registry
   */
  Lookup lookUp(PlannedArtifact artifact);

  /**
   * The registry's own record of several artifacts, with as few requests as it allows: one for all
   * files of a project where the registry lists them together.
   *
   * @param artifacts artifacts of this ecosystem
   * @return the answer for each, by identity
   */
  Map<String, Lookup> lookUp(List<PlannedArtifact> artifacts);

  /**
   * The entry of an artifact in the index that installers read. It may lag behind the record.
   *
   * @param artifact an artifact of this ecosystem
   * @return the answer of the index
   */
  Lookup listed(PlannedArtifact artifact);

  /**
   * Sends an artifact.
   *
   * @param artifact an artifact of this ecosystem
   * @param store the store that holds its bytes and metadata
   * @return the answer of the registry
   * @throws ReleaseException if there is no token, or the file has changed
   */
  UploadResult send(PlannedArtifact artifact, ReleaseStore store);

  /**
   * Whether sending the same bytes again is harmless and shows that they are there.
   *
   * @return true if so
   */
  boolean sendingAgainVerifies();

  /**
   * The index entry of a package that another tool publishes, whatever its bytes are.
   *
   * @param required a package of this ecosystem
   * @return the answer of the index
   */
  Lookup lookUp(RequiredPackage required);
}
