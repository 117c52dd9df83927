package io.github.releasesync.artifact;

import io.github.releasesync.files.Sha256;
import io.github.releasesync.problem.Code;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The contents of an archive.
 *
 * @param entries the paths of all files and folders, in the archive; a folder's path ends with
 *     {@code /}
 * @param kept the content of the requested files, by path
 * @param size the length of the archive in bytes
 * @param sha256 the hash of the archive
 */
record Contents(List<String> entries, Map<String, byte[]> kept, long size, Sha256 sha256) {

  /** The text of a requested file; empty where there is no such file. */
  Optional<String> text(String path, Refusal refusal) {
    byte[] bytes = kept.get(path);
    if (bytes == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw refusal.entry(
          Code.ARTIFACT_METADATA_INVALID,
          path,
          "is not UTF-8",
          "save the file as UTF-8, build again");
    }
  }
}
