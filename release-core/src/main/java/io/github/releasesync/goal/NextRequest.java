package io.github.releasesync.goal;

import io.github.releasesync.project.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Options of the next goal.
 *
 * @param start the folder in which the goal runs; its git work tree is read
 * @param root the folder to read instead, if given
 * @param outputDirectory the folder for reports, relative to the root; if empty, none is written
 * @param settings the configuration of the packages
 * @param level the level, in the notation of {@code version.Level}
 */
public record NextRequest(
    Path start,
    Optional<Path> root,
    Optional<Path> outputDirectory,
    Settings settings,
    String level) {

  /**
   * The next releases of a work tree without configuration; no file is written.
   *
   * @param start a folder in the git work tree
   * @return the options
   */
  public static NextRequest of(Path start) {
    return new NextRequest(start, Optional.empty(), Optional.empty(), Settings.none(), "auto");
  }
}
