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
 * @param requirement the version requirement, and where it stands: in the crate's manifest or in
 *     its workspace's
 * @param optional whether it is only there where a feature asks for it
 * @param features the features that it turns on, those of the workspace included
 * @param defaultFeatures whether it turns on the default features
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
