package io.github.releasesync.registry;

import io.github.releasesync.artifact.UploadMetadata;
import io.github.releasesync.json.Json;
import io.github.releasesync.manifest.cargo.PublishedCrate;
import io.github.releasesync.manifest.cargo.PublishedDependency;
import io.github.releasesync.version.CargoRequirement;
import io.github.releasesync.version.InvalidVersionException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON that accompanies a {@code .crate} on publish, derived from the manifest inside it in the
 * same way as cargo does. See the Cargo book, "Registry Web API: Publish"; requests of cargo 1.95
 * were recorded.
 */
public final class CratePublishMetadata {

  /** The name of crates.io in the JSON for another registry. */
  private static final String CRATES_IO = "https://github.com/rust-lang/crates.io-index";

  private static final List<String> CRATES_IO_INDEXES =
      List.of("sparse+https://index.crates.io/", CRATES_IO);

  private CratePublishMetadata() {}

  /**
   * Makes the JSON.
   *
   * @param crate the metadata of the crate
   * @param index the index URL of the target registry, in cargo's notation
   * @return JSON on one line
   */
  public static String json(UploadMetadata.OfCrate crate, String index) {
    PublishedCrate manifest = crate.published();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", manifest.name());
    json.put("vers", manifest.version());
    json.put("deps", manifest.dependencies().stream().map(dep -> dependency(dep, index)).toList());
    json.put("features", manifest.features());
    json.put("authors", manifest.list("authors"));
    json.put("description", text(manifest, "description"));
    json.put("documentation", text(manifest, "documentation"));
    json.put("homepage", text(manifest, "homepage"));
    json.put("readme", crate.readme().orElse(null));
    json.put("readme_file", text(manifest, "readme"));
    json.put("keywords", manifest.list("keywords"));
    json.put("categories", manifest.list("categories"));
    json.put("license", text(manifest, "license"));
    json.put("license_file", text(manifest, "license-file"));
    json.put("repository", text(manifest, "repository"));
    json.put("badges", manifest.badges());
    json.put("links", text(manifest, "links"));
    json.put("rust_version", text(manifest, "rust-version"));
    return new Json().line(json);
  }

  private static String text(PublishedCrate manifest, String key) {
    return manifest.text(key).orElse(null);
  }

  private static Map<String, Object> dependency(PublishedDependency dependency, String index) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("optional", dependency.optional());
    json.put("default_features", dependency.defaultFeatures());
    json.put("name", dependency.renamed().orElse(dependency.key()));
    json.put("features", dependency.features());
    json.put("version_req", requirement(dependency.requirement()));
    json.put("target", dependency.target().orElse(null));
    json.put("kind", dependency.kind().name().toLowerCase(Locale.ROOT));
    registry(dependency, index).ifPresent(registry -> json.put("registry", registry));
    dependency.renamed().ifPresent(name -> json.put("explicit_name_in_toml", dependency.key()));
    return json;
  }

  /** The requirement in cargo's output form: {@code 1} is {@code ^1}. */
  private static String requirement(String written) {
    try {
      return CargoRequirement.parse(written).toString();
    } catch (InvalidVersionException e) {
      return written;
    }
  }

  /** The registry of a dependency if it differs from the target registry. */
  private static Optional<String> registry(PublishedDependency dependency, String index) {
    if (dependency.registryIndex().isEmpty()) {
      return CRATES_IO_INDEXES.contains(index) ? Optional.empty() : Optional.of(CRATES_IO);
    }
    return dependency.registryIndex().filter(other -> !other.equals(index));
  }
}
