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
 * @param systemLibrary whether it only makes a library for other languages: its {@code crate-type}
 *     is {@code cdylib} or {@code staticlib}, it has no {@code lib} form, and it states no program
 *     (Cargo book, "Cargo Targets")
 */
public record Crate(
    Located<String> name,
    CrateVersion version,
    Publish publish,
    Optional<Located<String>> workspacePath,
    CrateMetadata metadata,
    boolean systemLibrary) {}
