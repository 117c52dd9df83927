package io.github.releasesync.manifest.cargo;

import java.util.List;
import java.util.Optional;

/**
 * One dependency of a published crate.
 *
 * @param key the name that the depending crate uses
 * @param renamed the crate's own name, where the manifest states it in {@code package}
 * @param kind the table that names it
 * @param target the {@code cfg(...)} or triple for which it counts; empty for all
 * @param requirement the version requirement as written; {@code *} where none is
 * @param optional true if only features turn it on
 * @param defaultFeatures true if its default features are on
 * @param features the enabled features, as written
 * @param registryIndex the index URL of its registry; empty means crates.io
 */
public record PublishedDependency(
    String key,
    Optional<String> renamed,
    DependencyKind kind,
    Optional<String> target,
    String requirement,
    boolean optional,
    boolean defaultFeatures,
    List<String> features,
    Optional<String> registryIndex) {}
