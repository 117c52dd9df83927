package io.github.releasesync.goal;

import io.github.releasesync.project.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code package} is asked to do.
 *
 * @param start the folder it is run for; the git work tree around it is packaged
 * @param root the folder to package instead, if one is given
 * @param outputDirectory where logs and everything unfinished go; relative to the root, {@code
 *     target/release-sync} where empty
 * @param distDirectory where artifacts go; relative to the root, {@code dist} in the output folder
 *     where empty
 * @param settings what is configured about the packages
 * @param group the name of the only group to package; all where empty
 * @param options how to build
 */
public record PackageRequest(
    Path start,
    Optional<Path> root,
    Optional<Path> outputDirectory,
    Optional<Path> distDirectory,
    Settings settings,
    Optional<String> group,
    BuildOptions options) {

  /** The same, into another dist folder. */
  public PackageRequest into(Path dist) {
    return new PackageRequest(
        start, root, outputDirectory, Optional.of(dist), settings, group, options);
  }

  /**
   * The check of what would be packaged.
   *
   * @return a request that fails for errors
   */
  public CheckRequest asCheck() {
    return new CheckRequest(start, root, outputDirectory, settings, List.of(), FailOn.ERROR);
  }
}
