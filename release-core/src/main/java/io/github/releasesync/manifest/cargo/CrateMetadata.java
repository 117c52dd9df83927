package io.github.releasesync.manifest.cargo;

import io.github.releasesync.problem.Place;
import io.github.releasesync.text.Located;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The metadata for a registry in a {@code Cargo.toml}. See the Cargo book, "The Manifest Format".
 *
 * @param place where the table begins
 * @param description {@code description}
 * @param license {@code license}
 * @param licenseFile {@code license-file}, from the folder of the manifest that states it
 * @param readme {@code readme}, from the folder of the manifest that states it; empty where it is
 *     absent, true or false
 * @param keywords {@code keywords}
 * @param categories {@code categories}
 * @param inherited the keys with {@code workspace = true}
 */
public record CrateMetadata(
    Place place,
    Optional<Located<String>> description,
    Optional<Located<String>> license,
    Optional<Located<String>> licenseFile,
    Optional<Located<String>> readme,
    List<Located<String>> keywords,
    List<Located<String>> categories,
    Set<String> inherited) {

  /**
   * An empty table.
   *
   * @param place where it begins
   * @return metadata without any
   */
  public static CrateMetadata none(Place place) {
    return new CrateMetadata(
        place,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Set.of());
  }

  /**
   * The metadata with inherited values.
   *
   * @param workspace the metadata of {@code [workspace.package]}
   * @return the metadata as Cargo sends it
   */
  public CrateMetadata inheriting(CrateMetadata workspace) {
    return new CrateMetadata(
        place,
        inherited.contains("description") ? workspace.description : description,
        inherited.contains("license") ? workspace.license : license,
        inherited.contains("license-file") ? workspace.licenseFile : licenseFile,
        inherited.contains("readme") ? workspace.readme : readme,
        inherited.contains("keywords") ? workspace.keywords : keywords,
        inherited.contains("categories") ? workspace.categories : categories,
        Set.of());
  }
}
