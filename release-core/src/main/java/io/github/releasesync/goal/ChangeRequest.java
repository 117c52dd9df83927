package io.github.releasesync.goal;

import io.github.releasesync.project.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Options of every goal that changes the repository.
 *
 * @param start the folder in which the goal runs; its git work tree is changed
 * @param root the folder to change instead, if given
 * @param settings the configuration of the packages
 * @param group the name of the only group to change, if given
 * @param dryRun whether the change is only shown
 * @param outputDirectory the folder for reports, relative to the root; if empty, none is written
 */
public record ChangeRequest(
    Path start,
    Optional<Path> root,
    Settings settings,
    Optional<String> group,
    boolean dryRun,
    Optional<Path> outputDirectory) {}
