package io.github.releasesync.store;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.artifact.InspectedArtifact;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The artifacts that a dist folder holds, each inspected once.
 *
 * @param folder the folder
 * @param inspected the artifacts by file name
 */
public record BuiltArtifacts(Path folder, List<InspectedArtifact> inspected) {

  /** Takes the list over. */
  public BuiltArtifacts {
    inspected = List.copyOf(inspected);
  }

  /**
   * The artifacts without their upload metadata.
   *
   * @return the artifacts by file name
   */
  public List<Artifact> artifacts() {
    return inspected.stream().map(InspectedArtifact::artifact).toList();
  }

  /** The inspected form of an artifact. */
  Optional<InspectedArtifact> of(Artifact artifact) {
    return inspected.stream().filter(i -> i.artifact().equals(artifact)).findFirst();
  }
}
