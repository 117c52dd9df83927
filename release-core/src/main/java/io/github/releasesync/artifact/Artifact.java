package io.github.releasesync.artifact;

import io.github.releasesync.files.Sha256;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import java.io.IOException;
import java.nio.file.Files;
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
    String filename = file.getFileName().toString();
    Refusal refusal = new Refusal(filename);
    if (!Files.isRegularFile(file)) {
      throw refusal.unreadable("is not a file", null);
    }
    if (filename.endsWith(".crate")) {
      CrateArchive crate = CrateArchive.read(file);
      return of(ArtifactKind.CRATE, crate.name(), crate.version(), file, refusal);
    }
    if (filename.endsWith(".whl")) {
      CoreMetadata metadata = WheelArchive.read(file).metadata();
      return of(ArtifactKind.WHEEL, metadata.name(), metadata.version(), file, refusal);
    }
    if (filename.endsWith(".tar.gz")) {
      CoreMetadata metadata = SdistArchive.read(file).metadata();
      return of(ArtifactKind.SDIST, metadata.name(), metadata.version(), file, refusal);
    }
    throw refusal.of(
        Code.ARTIFACT_NAME_INVALID,
        "is neither .crate nor .whl nor .tar.gz",
        "keep other files out of the folder of artifacts");
  }

  private static Artifact of(
      ArtifactKind kind, String name, String version, Path file, Refusal refusal) {
    try {
      String filename = file.getFileName().toString();
      return new Artifact(kind, name, version, filename, Files.size(file), Sha256.of(file));
    } catch (IOException e) {
      throw refusal.unreadable(e);
    }
  }
}
