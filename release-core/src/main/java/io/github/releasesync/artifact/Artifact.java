package io.github.releasesync.artifact;

import io.github.releasesync.files.Sha256;
import io.github.releasesync.problem.ReleaseException;
import java.nio.file.Path;

/**
 * One file to upload.
 *
 * @param kind its kind
 * @param packageName the package's name as written inside the file
 * @param version the package's version as written inside the file
 * @param filename the file's name without folder
 * @param size its length in bytes
 * @param sha256 the hash of its bytes
 */
public record Artifact(
    ArtifactKind kind,
    String packageName,
    String version,
    String filename,
    long size,
    Sha256 sha256) {

  /**
   * Reads a file from end to end. Its name determines its kind; name and version are taken from
   * inside and must agree with the file name.
   *
   * @param file a {@code .crate}, wheel or sdist
   * @return the artifact
   * @throws ReleaseException with a code of RS32x if the registry would not take it
   */
  public static Artifact read(Path file) {
    return InspectedArtifact.read(file).artifact();
  }
}
