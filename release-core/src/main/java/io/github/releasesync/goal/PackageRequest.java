package io.github.releasesync.goal;

import io.github.releasesync.project.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Options of the package goal.
 *
 * @param start the folder in which the goal runs; its git work tree is packaged
 * @param root the folder to package instead, if given
 * @param outputDirectory the folder for logs and unfinished files, relative to the root; if empty,
 *     {@code target/release-sync}
 * @param distDirectory the folder for artifacts, relative to the root; if empty, {@code dist} in
 *     the output folder
 * @param settings the configuration of the packages
 * @param group the name of the only group to package; if empty, all
 * @param options the options of builds
 */
public record PackageRequest(
    Path start,
    Optional<Path> root,
    Optional<Path> outputDirectory,
    Optional<Path> distDirectory,
    Settings settings,
    Optional<String> group,
    BuildOptions options) {

  /** These options with another dist folder. */
  public PackageRequest into(Path dist) {
    return new PackageRequest(
        start, root, outputDirectory, Optional.of(dist), settings, group, options);
  }

  /**
   * The check of the packages to build.
   *
   * @return the options of a check that fails for errors
   */
  public CheckRequest asCheck() {
    return new CheckRequest(start, root, outputDirectory, settings, List.of(), FailOn.ERROR);
  }
}
