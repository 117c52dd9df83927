package io.github.releasesync.project.workspace;

import io.github.releasesync.manifest.cargo.CrateMetadata;
import io.github.releasesync.manifest.cargo.Publish;
import io.github.releasesync.text.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a crate's manifest says beside its version.
 *
 * @param crate the crate
 * @param metadata what it tells a registry, with what it inherits
 * @param publish where it may go, with what it inherits
 * @param missingFiles what it names as readme or licence and is not there; empty for a commit of
 *     the past
 * @param dependencies the crates of the repository that it depends on by path
 * @param unversioned the normal and build dependencies with a path and no version, which keep it
 *     from being published: the crate's name, and where it is named
 * @param features what each of its features turns on, with the features that optional dependencies
 *     make
 * @param oldestPython the minor number of the oldest Python 3 that pyo3's stable ABI is built for,
 *     where the crate asks for one
 */
public record CrateFacts(
    Package crate,
    CrateMetadata metadata,
    Publish publish,
    List<Located<String>> missingFiles,
    List<CrateDependency> dependencies,
    List<Located<String>> unversioned,
    Map<String, List<Located<String>>> features,
    Optional<Integer> oldestPython) {}
