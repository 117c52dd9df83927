package io.github.releasesync.project.workspace;

import io.github.releasesync.manifest.cargo.DependencyKind;
import io.github.releasesync.problem.Place;
import io.github.releasesync.text.Located;
import java.util.List;
import java.util.Optional;

/**
 * A crate that depends on another one of the repository by path.
 *
 * @param to the crate that is depended on
 * @param key the name that the depending crate uses
 * @param kind the table that names it
 * @param requirement the version requirement with its place: in the crate's manifest or in its
 *     workspace's
 * @param optional whether it is used only if a feature enables it
 * @param features the features that it enables, including those of the workspace
 * @param defaultFeatures whether it enables the default features
 * @param place where the crate's own manifest names the dependency
 */
public record CrateDependency(
    Package to,
    String key,
    DependencyKind kind,
    Optional<Located<String>> requirement,
    boolean optional,
    List<Located<String>> features,
    boolean defaultFeatures,
    Place place) {}
