package io.github.releasesync.goal;

import io.github.releasesync.project.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a goal that changes the tree is asked to do.
 *
 * @param start the folder it is run for; the git work tree around it is changed
 * @param root the folder to change instead, if one is given
 * @param settings what is configured about the packages
 * @param group the name of the only group to change, if one is given
 * @param dryRun whether the change is only shown
 */
public record ChangeRequest(
    Path start, Optional<Path> root, Settings settings, Optional<String> group, boolean dryRun) {}
