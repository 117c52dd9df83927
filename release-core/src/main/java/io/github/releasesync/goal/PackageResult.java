package io.github.releasesync.goal;

import io.github.releasesync.artifact.Artifact;
import io.github.releasesync.packaging.LeftOut;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The result of the package goal.
 *
 * @param root the real path of the repository's root
 * @param distDirectory the folder of the artifacts; may be missing if there are none
 * @param commit the commit that they were built from; empty outside git
 * @param dirty whether the tree differed from that commit
 * @param artifacts the artifacts by file name; empty if there was nothing to package
 * @param leftOut the packages that were not built
 * @param removed the names of files of other versions that were removed from the folder
 */
public record PackageResult(
    Path root,
    Path distDirectory,
    Optional<String> commit,
    boolean dirty,
    List<Artifact> artifacts,
    List<LeftOut> leftOut,
    List<String> removed) {

  /** Takes the lists over. */
  public PackageResult {
    artifacts = List.copyOf(artifacts);
    leftOut = List.copyOf(leftOut);
    removed = List.copyOf(removed);
  }
}
