package io.github.releasesync.project.workspace;

import io.github.releasesync.manifest.cargo.CargoManifest;
import io.github.releasesync.manifest.cargo.CrateMetadata;
import io.github.releasesync.manifest.cargo.Publish;
import io.github.releasesync.text.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The content of a crate's manifest besides its version.
 *
 * @param crate the crate
 * @param metadata its metadata for a registry, including inherited values
 * @param publish where it may go, with what it inherits
 * @param missingFiles its readme and license files that do not exist; empty for a commit of the
 *     past
 * @param dependencies the crates of the repository that it depends on by path
 * @param unversioned the normal and build dependencies with a path and no version, which keep it
 *     from being published: the crate's name, and where it is named
 * @param features the values that each of its features enables, with the implicit features of
 *     optional dependencies
 * @param inherited what it takes from its workspace, as {@link CargoManifest#inherited}
 * @param oldestPython the minor number of the oldest Python 3 that pyo3's stable ABI is built for,
 *     if the crate uses it
 * @param linkedOnly whether it is a library for other languages and nothing else, so that no other
 *     crate can use it
 */
public record CrateFacts(
    Package crate,
    CrateMetadata metadata,
    Publish publish,
    List<Located<String>> missingFiles,
    List<CrateDependency> dependencies,
    List<Located<String>> unversioned,
    Map<String, List<Located<String>>> features,
    Set<String> inherited,
    Optional<Integer> oldestPython,
    boolean linkedOnly) {}
