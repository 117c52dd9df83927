package io.github.releasesync.goal;

import io.github.releasesync.project.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code next} is asked to do.
 *
 * @param start the folder it is run for; the git work tree around it is looked at
 * @param root the folder to look at instead, if one is given
 * @param outputDirectory where reports go; relative to the root, {@code target/release-sync} where
 *     empty
 * @param settings what is configured about the packages
 * @param level how far to raise, as {@code version.Level} reads it
 */
public record NextRequest(
    Path start,
    Optional<Path> root,
    Optional<Path> outputDirectory,
    Settings settings,
    String level) {}
