package io.github.releasesync.goal;

import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.publish.Timeouts;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Options of the publish goal.
 *
 * @param start the folder in which the goal runs
 * @param root the folder to publish from instead, if given
 * @param outputDirectory the folder for reports
 * @param distDirectory the folder of the artifacts, relative to the root; if empty, {@code dist} in
 *     the output folder
 * @param settings the configuration of the packages
 * @param group the name of the group to publish, if given
 * @param live whether to send files; otherwise it is a preview
 * @param wholeReactor whether the build has all modules; otherwise nothing is sent
 * @param cratesIndex the sparse index of the crate registry, if given
 * @param pypiUploadUrl the upload address of the Python registry, if given
 * @param pypiIndexUrl the simple index of the Python registry, if given
 * @param timeouts the timeouts
 */
public record PublishRequest(
    Path start,
    Optional<Path> root,
    Optional<Path> outputDirectory,
    Optional<Path> distDirectory,
    Settings settings,
    Optional<String> group,
    boolean live,
    boolean wholeReactor,
    Optional<String> cratesIndex,
    Optional<String> pypiUploadUrl,
    Optional<String> pypiIndexUrl,
    Timeouts timeouts) {}
