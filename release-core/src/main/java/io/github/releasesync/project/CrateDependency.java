package io.github.releasesync.project;

import io.github.releasesync.manifest.DependencyKind;
import io.github.releasesync.problem.Place;
import io.github.releasesync.text.Located;
import java.util.Optional;

/**
 * A crate that depends on another one of the repository by path.
 *
 * @param to the crate that is depended on
 * @param kind the table that names it
 * @param requirement the version requirement, and where it stands: in the crate's manifest or in
 *     its workspace's
 * @param place where the crate's own manifest names the dependency
 */
public record CrateDependency(
    Package to, DependencyKind kind, Optional<Located<String>> requirement, Place place) {}
