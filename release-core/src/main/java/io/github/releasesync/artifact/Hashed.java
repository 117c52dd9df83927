package io.github.releasesync.artifact;

import io.github.releasesync.files.Sha256;

/**
 * An archive with the size and hash of the file that it was read from.
 *
 * @param archive the archive
 * @param size the length of the file in bytes
 * @param sha256 the hash of the file
 */
record Hashed<T>(T archive, long size, Sha256 sha256) {

  static <T> Hashed<T> of(T archive, Contents contents) {
    return new Hashed<>(archive, contents.size(), contents.sha256());
  }

  Artifact artifact(ArtifactKind kind, String name, String version, String filename) {
    return new Artifact(kind, name, version, filename, size, sha256);
  }
}
