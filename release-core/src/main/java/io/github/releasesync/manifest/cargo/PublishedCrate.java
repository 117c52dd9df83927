package io.github.releasesync.manifest.cargo;

import io.github.releasesync.manifest.syntax.TomlFile;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code Cargo.toml} inside a {@code .crate}: Cargo has normalised it, so that everything
 * inherited is written out and every dependency has a version. See the Cargo book, "The Manifest
 * Format".
 *
 * @param name {@code package.name}
 * @param version {@code package.version}
 * @param texts the other strings of {@code [package]}, by key: {@code description}, {@code license}
 *     and so on; {@code readme} too, unless it is {@code false}
 * @param lists the arrays of strings of {@code [package]}, by key: {@code authors}, {@code
 *     keywords}, {@code categories}
 * @param badges {@code [badges]}, with their attributes
 * @param features {@code [features]}
 * @param dependencies all dependencies, those for all targets first, in the order of the file
 */
public record PublishedCrate(
    String name,
    String version,
    Map<String, String> texts,
    Map<String, List<String>> lists,
    Map<String, Map<String, String>> badges,
    Map<String, List<String>> features,
    List<PublishedDependency> dependencies) {

  /**
   * Reads a normalised manifest.
   *
   * @param text the file's text
   * @return the content
   * @throws ReleaseException with {@link Code#MANIFEST_INVALID} for broken syntax, a key of the
   *     wrong type, no name, or no literal version
   */
  public static PublishedCrate parse(SourceText text) {
    return new PublishedCrateReader(TomlFile.parse(text)).read();
  }

  /**
   * A string of {@code [package]}.
   *
   * @param key its key
   * @return its value; empty where it is not written
   */
  public Optional<String> text(String key) {
    return Optional.ofNullable(texts.get(key));
  }

  /**
   * An array of strings of {@code [package]}.
   *
   * @param key its key
   * @return its values; empty where it is not written
   */
  public List<String> list(String key) {
    return lists.getOrDefault(key, List.of());
  }
}
