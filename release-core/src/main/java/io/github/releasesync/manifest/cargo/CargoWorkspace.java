package io.github.releasesync.manifest.cargo;

import io.github.releasesync.text.Located;
import java.util.List;
import java.util.Optional;

/**
 * The {@code [workspace]} table of a {@code Cargo.toml}.
 *
 * @param members {@code workspace.members}: folders or globs, from the manifest's folder
 * @param defaultMembers {@code workspace.default-members}
 * @param exclude {@code workspace.exclude}
 * @param version {@code workspace.package.version}
 * @param publish {@code workspace.package.publish}; {@link Publish.Anywhere} where absent
 * @param metadata the other inheritable values of {@code workspace.package}
 * @param dependencies {@code [workspace.dependencies]}, of kind {@link DependencyKind#NORMAL}
 */
public record CargoWorkspace(
    List<Located<String>> members,
    List<Located<String>> defaultMembers,
    List<Located<String>> exclude,
    Optional<Located<String>> version,
    Publish publish,
    CrateMetadata metadata,
    List<CargoDependency> dependencies) {}
