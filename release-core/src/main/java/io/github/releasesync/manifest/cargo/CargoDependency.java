package io.github.releasesync.manifest.cargo;

import io.github.releasesync.problem.Place;
import io.github.releasesync.text.Located;
import java.util.List;
import java.util.Optional;

/**
 * One dependency as written. See the Cargo book, "Specifying Dependencies".
 *
 * @param key the name that the depending crate uses
 * @param crate the crate's own name: {@code package} where given, else the key
 * @param kind the table that names it
 * @param requirement the version requirement
 * @param path the folder of the dependency, from the manifest's folder
 * @param inherited true for {@code workspace = true}: the rest is in {@code
 *     [workspace.dependencies]}
 * @param git true if the source is a git repository
 * @param registry {@code registry} or {@code registry-index}; empty means crates.io
 * @param optional {@code optional}: it is only used if a feature enables it
 * @param features {@code features}; the additional features of an inherited dependency
 * @param defaultFeatures {@code default-features}, where it is stated
 * @param place the place of the dependency's key or {@code [header]}
 */
public record CargoDependency(
    String key,
    String crate,
    DependencyKind kind,
    Optional<Located<String>> requirement,
    Optional<Located<String>> path,
    boolean inherited,
    boolean git,
    Optional<String> registry,
    boolean optional,
    List<Located<String>> features,
    Optional<Boolean> defaultFeatures,
    Place place) {}
