package io.github.releasesync.publish;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.RequiredPackage;
import io.github.releasesync.registry.CratesIo;
import io.github.releasesync.registry.Lookup;
import io.github.releasesync.registry.UploadResult;
import io.github.releasesync.store.ReleaseStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A registry of crates. Its record is its API; cargo reads its index.
 *
 * @param registry the client
 */
public record CratesDestination(CratesIo registry) implements Destination {

  @Override
  public Lookup lookUp(PlannedArtifact crate) {
    Artifact artifact = crate.artifact();
    return registry.lookUp(artifact.packageName(), artifact.version());
  }

  @Override
  public Map<String, Lookup> lookUp(List<PlannedArtifact> crates) {
    Map<String, Lookup> found = new LinkedHashMap<>();
    crates.forEach(crate -> found.put(crate.id(), lookUp(crate)));
    return found;
  }

  @Override
  public Lookup listed(PlannedArtifact crate) {
    Artifact artifact = crate.artifact();
    return registry.resolve(artifact.packageName(), artifact.version());
  }

  @Override
  public UploadResult send(PlannedArtifact crate, ReleaseStore store) {
    return registry.publish(store.inspected(crate), store.file(crate));
  }

  /** crates.io calls any second upload a duplicate, whatever its bytes. */
  @Override
  public boolean sendingAgainVerifies() {
    return false;
  }

  @Override
  public Lookup lookUp(RequiredPackage required) {
    return registry.resolve(required.name(), required.version());
  }
}
