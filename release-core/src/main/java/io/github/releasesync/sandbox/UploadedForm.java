package io.github.releasesync.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The form of an upload to PyPI.
 *
 * @param fields by name, in order; empty values and {@code UNKNOWN} are left out, as PyPI does
 * @param file the part {@code content}, if there is one
 */
record UploadedForm(Map<String, List<String>> fields, Optional<FilePart> file) {

  /**
   * The file of an upload; its bytes lie in a file of their own.
   *
   * @param filename as the client named it
   * @param contentType as the client named it
   * @param size in bytes
   * @param sha256 of the bytes
   * @param md5 of the bytes
   * @param blake2 BLAKE2b of 256 bits
   */
  record FilePart(
      String filename,
      Optional<String> contentType,
      long size,
      String sha256,
      String md5,
      String blake2) {}

  Optional<String> field(String name) {
    return all(name).stream().findFirst();
  }

  List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  Optional<String> lower(String name) {
    return field(name).map(value -> value.toLowerCase(Locale.ROOT));
  }

  boolean isWheel() {
    return field("filetype").filter("bdist_wheel"::equals).isPresent();
  }
}
