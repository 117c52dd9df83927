package io.github.releasesync.artifact;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import java.util.List;
import java.util.Optional;

/**
 * The METADATA of a wheel or the PKG-INFO of an sdist. See the packaging specification "Core
 * metadata".
 *
 * @param headers all headers in order, {@code Description} excepted
 * @param description the text after the headers, or the header {@code Description}; empty if none
 */
public record CoreMetadata(List<Header> headers, String description) {

  /**
   * One header.
   *
   * @param name its name as written
   * @param value its value; a folded value keeps its lines, without the indentation
   */
  public record Header(String name, String value) {}

  /**
   * Reads the text of METADATA or PKG-INFO. The headers that decide what the package is ({@code
   * Metadata-Version}, {@code Name}, {@code Version}) must occur exactly once.
   *
   * @param file the name for messages
   * @param text the text
   * @return the value
   * @throws ReleaseException with {@link Code#ARTIFACT_METADATA_INVALID} if it cannot be understood
   */
  public static CoreMetadata parse(String file, String text) {
    return new CoreMetadataReader(new Refusal(file), text).read();
  }

  /**
   * The name of the project, as written.
   *
   * @return {@code Name}
   */
  public String name() {
    return first("Name").orElseThrow();
  }

  /**
   * The version, as written.
   *
   * @return {@code Version}
   */
  public String version() {
    return first("Version").orElseThrow();
  }

  /**
   * The version of the format.
   *
   * @return {@code Metadata-Version}, such as {@code 2.4}
   */
  public String metadataVersion() {
    return first("Metadata-Version").orElseThrow();
  }

  /**
   * The first value of a header.
   *
   * @param name the header's name, in any case
   * @return its value; empty where it is not written
   */
  public Optional<String> first(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  /**
   * All values of a header.
   *
   * @param name the header's name, in any case
   * @return its values in order
   */
  public List<String> all(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }
}
