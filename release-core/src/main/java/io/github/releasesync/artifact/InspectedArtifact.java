package io.github.releasesync.artifact;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An artifact with what its registry is told beside the bytes: sending it needs no second look into
 * the archive.
 *
 * @param artifact the artifact
 * @param upload what its registry is told
 */
public record InspectedArtifact(Artifact artifact, UploadMetadata upload) {

  /**
   * Reads a file from end to end. Its name says what kind it is; name and version are taken from
   * inside and must agree with the file name. A wheel or sdist is opened once, and hashed in the
   * same reading.
   *
   * @param file a {@code .crate}, wheel or sdist
   * @return the artifact
   * @throws ReleaseException with a code of RS32x if the registry would not take it
   */
  public static InspectedArtifact read(Path file) {
    String filename = file.getFileName().toString();
    Refusal refusal = new Refusal(filename);
    if (!Files.isRegularFile(file)) {
      throw refusal.unreadable("is not a file", null);
    }
    if (filename.endsWith(".crate")) {
      Hashed<CrateArchive> read = CrateArchive.hashed(file);
      CrateArchive crate = read.archive();
      return new InspectedArtifact(
          read.artifact(ArtifactKind.CRATE, crate.name(), crate.version(), filename),
          crate.upload());
    }
    if (filename.endsWith(".whl")) {
      Hashed<WheelArchive> read = WheelArchive.hashed(file);
      String tag = String.join(".", read.archive().filename().python());
      return python(read, ArtifactKind.WHEEL, filename, tag, read.archive().metadata());
    }
    if (filename.endsWith(".tar.gz")) {
      Hashed<SdistArchive> read = SdistArchive.hashed(file);
      return python(read, ArtifactKind.SDIST, filename, "source", read.archive().metadata());
    }
    throw refusal.of(
        Code.ARTIFACT_NAME_INVALID,
        "is neither .crate nor .whl nor .tar.gz",
        "keep other files out of the folder of artifacts");
  }

  private static InspectedArtifact python(
      Hashed<?> read, ArtifactKind kind, String filename, String tag, CoreMetadata core) {
    return new InspectedArtifact(
        read.artifact(kind, core.name(), core.version(), filename),
        new UploadMetadata.OfPython(tag, core));
  }
}
