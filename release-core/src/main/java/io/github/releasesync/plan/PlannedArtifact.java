package io.github.releasesync.plan;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.artifact.ArtifactKind;
import io.github.releasesync.version.Ecosystem;
import java.util.List;

/**
 * One file of a release, with its prerequisites.
 *
 * @param artifact the file
 * @param level for a crate, the number of levels before it; 0 for files of PyPI
 * @param needs the identities of the crates that must be resolvable first
 */
public record PlannedArtifact(Artifact artifact, int level, List<String> needs) {

  /**
   * The key of the artifact in its registry; two files with one key are one artifact.
   *
   * @return {@code cargo:NAME@VERSION} or {@code pypi:FILENAME}
   */
  public String id() {
    return isCrate()
        ? "cargo:" + artifact.packageName() + "@" + artifact.version()
        : "pypi:" + artifact.filename();
  }

  /**
   * The ecosystem whose registry it goes to.
   *
   * @return Cargo for a crate, PyPI for a wheel or sdist
   */
  public Ecosystem ecosystem() {
    return isCrate() ? Ecosystem.CARGO : Ecosystem.PYPI;
  }

  /**
   * Whether it goes to crates.io.
   *
   * @return true for a crate, false for a wheel or sdist
   */
  public boolean isCrate() {
    return artifact.kind() == ArtifactKind.CRATE;
  }
}
