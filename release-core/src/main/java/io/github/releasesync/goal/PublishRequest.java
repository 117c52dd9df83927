package io.github.releasesync.goal;

import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.publish.Timeouts;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code publish} is asked to do.
 *
 * @param start the folder it is run for
 * @param root the folder to publish from instead, if one is given
 * @param outputDirectory where reports go
 * @param distDirectory where the files are; relative to the root, {@code dist} in the output folder
 *     where empty
 * @param settings what is configured about the packages
 * @param group the name of the group to publish, if one is given
 * @param live whether to send anything; else the plan is shown
 * @param wholeReactor whether the build has all modules; else nothing is sent
 * @param cratesIndex the crates' sparse index, if one is given
 * @param pypiUploadUrl where files are uploaded, if given
 * @param pypiIndexUrl the simple index, if given
 * @param timeouts how long to wait
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
