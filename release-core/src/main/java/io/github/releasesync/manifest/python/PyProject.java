package io.github.releasesync.manifest.python;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * A {@code pyproject.toml} (PEP 518, PEP 621, PEP 735) and the settings of build backends in it.
 *
 * @param file path from the repository root
 * @param name {@code project.name}, else {@code tool.poetry.name}
 * @param version the stated version
 * @param backend {@code build-system.build-backend}; empty means setuptools (PEP 517)
 * @param buildRequires {@code build-system.requires}
 * @param maturin the settings for maturin; empty where maturin has no part in it
 * @param rustExtensions the crates' manifests that setuptools-rust builds, from the project's
 *     folder
 * @param crateFeatures the features that its crate is built with
 * @param requirements all requirements in it: dependencies, optional ones, dependency groups, what
 *     the build needs, and those in settings of tools
 * @param privateProject true if a classifier keeps it from PyPI: {@code Private :: ...}
 * @param uvPackage {@code tool.uv.package}
 * @param uvWorkspace whether it is the root of a uv workspace
 * @param metadata the metadata for PyPI
 * @param readsSetupFiles whether its backend takes what is not stated here from setup.py and
 *     setup.cfg
 */
public record PyProject(
    String file,
    Optional<Located<String>> name,
    PythonVersion version,
    Optional<String> backend,
    List<String> buildRequires,
    Optional<Maturin> maturin,
    List<Located<String>> rustExtensions,
    CrateFeatures crateFeatures,
    List<PythonRequirement> requirements,
    boolean privateProject,
    Optional<Boolean> uvPackage,
    boolean uvWorkspace,
    ProjectMetadata metadata,
    boolean readsSetupFiles) {

  /**
   * Reads a manifest.
   *
   * @param text the file's text
   * @return the content
   * @throws ReleaseException with {@link Code#MANIFEST_INVALID} for broken syntax or a key of the
   *     wrong type
   */
  public static PyProject parse(SourceText text) {
    return new PyProjectReader(text).read();
  }
}
