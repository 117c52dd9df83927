package io.github.releasesync.publish;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.RequiredPackage;
import io.github.releasesync.registry.Lookup;
import io.github.releasesync.registry.PyPi;
import io.github.releasesync.registry.UploadResult;
import io.github.releasesync.store.ReleaseStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A registry of Python packages. Its record is the index that pip reads.
 *
 * @param registry the client
 */
public record PypiDestination(PyPi registry) implements Destination {

  @Override
  public Lookup lookUp(PlannedArtifact file) {
    Artifact artifact = file.artifact();
    return registry.lookUp(artifact.packageName(), artifact.version(), artifact.filename());
  }

  @Override
  public Map<String, Lookup> lookUp(List<PlannedArtifact> files) {
    Map<String, List<PlannedArtifact>> byProject = new LinkedHashMap<>();
    for (PlannedArtifact file : files) {
      byProject.computeIfAbsent(file.artifact().packageName(), name -> new ArrayList<>()).add(file);
    }
    Map<String, Lookup> found = new LinkedHashMap<>();
    byProject.forEach(
        (project, own) -> {
          Map<String, Lookup> answers =
              registry.lookUp(project, own.stream().map(f -> f.artifact().filename()).toList());
          own.forEach(f -> found.put(f.id(), answers.get(f.artifact().filename())));
        });
    return found;
  }

  @Override
  public Lookup listed(PlannedArtifact file) {
    return lookUp(file);
  }

  @Override
  public UploadResult send(PlannedArtifact file, ReleaseStore store) {
    return registry.upload(store.inspected(file), store.file(file));
  }

  /** PyPI accepts the same file again, and refuses different content under its name. */
  @Override
  public boolean sendingAgainVerifies() {
    return true;
  }

  @Override
  public Lookup lookUp(RequiredPackage required) {
    return registry.release(required.name(), required.version());
  }
}
