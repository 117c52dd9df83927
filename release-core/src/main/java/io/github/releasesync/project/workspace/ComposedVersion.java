package io.github.releasesync.project.workspace;

import io.github.releasesync.text.Located;
import java.util.List;

/**
 * A Maven version that is put together from properties, such as {@code
 * ${revision}${sha1}${changelist}} (<a href="https://maven.apache.org/maven-ci-friendly.html">CI
 * friendly versions</a>).
 *
 * @param raw the version as written
 * @param parts the properties in it, in their order; empty where there is more in it than
 *     properties with plain values
 */
public record ComposedVersion(Located<String> raw, List<Part> parts) {

  /**
   * A property.
   *
   * @param name its name
   * @param value its value; where it is empty, at the place of its start tag
   */
  public record Part(String name, Located<String> value) {}
}
