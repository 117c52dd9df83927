package io.github.releasesync.goal;

import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.settings.RuleSpec;
import io.github.releasesync.project.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code check} is asked to do.
 *
 * @param start the folder it is run for; the git work tree around it is looked at
 * @param root the folder to look at instead, if one is given
 * @param outputDirectory where reports go; relative to the root, {@code target/release-sync} where
 *     empty
 * @param settings what is configured about the packages
 * @param rules how findings are taken; the last that speaks of a finding counts
 * @param failOn from which severity on it fails
 */
public record CheckRequest(
    Path start,
    Optional<Path> root,
    Optional<Path> outputDirectory,
    Settings settings,
    List<RuleSpec> rules,
    FailOn failOn) {

  /**
   * A request that takes every finding as its rule does.
   *
   * @param start as above
   * @param root as above
   * @param outputDirectory as above
   * @param groups the configured groups; empty for inference
   * @param failOn as above
   */
  public CheckRequest(
      Path start,
      Optional<Path> root,
      Optional<Path> outputDirectory,
      List<GroupSpec> groups,
      FailOn failOn) {
    this(start, root, outputDirectory, Settings.ofGroups(groups), List.of(), failOn);
  }
}
