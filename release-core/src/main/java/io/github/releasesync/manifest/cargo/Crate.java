package io.github.releasesync.manifest.cargo;

import io.github.releasesync.text.Located;
import java.util.Optional;

/**
 * The {@code [package]} table of a {@code Cargo.toml}.
 *
 * @param name {@code package.name}
 * @param version {@code package.version}
 * @param publish {@code package.publish}
 * @param workspacePath {@code package.workspace}: the folder of the workspace root, from the
 *     manifest's folder
 * @param metadata the metadata for a registry
 */
public record Crate(
    Located<String> name,
    CrateVersion version,
    Publish publish,
    Optional<Located<String>> workspacePath,
    CrateMetadata metadata) {}
