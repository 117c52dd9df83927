package io.github.releasesync.goal;

import io.github.releasesync.project.group.GroupSpec;
import io.github.releasesync.project.settings.RuleSpec;
import io.github.releasesync.project.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Options of the check goal.
 *
 * @param start the folder that the goal runs for; the git work tree around it is checked
 * @param root the folder to check instead, if one is given
 * @param outputDirectory the folder for reports, relative to the root; where empty, none is written
 * @param settings the configuration of the packages
 * @param rules severities of findings; the last rule that matches a finding counts
 * @param failOn the least severity that fails
 */
public record CheckRequest(
    Path start,
    Optional<Path> root,
    Optional<Path> outputDirectory,
    Settings settings,
    List<RuleSpec> rules,
    FailOn failOn) {

  /**
   * A check of a work tree without configuration, which writes no file and fails on errors.
   *
   * @param start a folder in the git work tree
   * @return the options
   */
  public static CheckRequest of(Path start) {
    return new CheckRequest(
        start, Optional.empty(), Optional.empty(), Settings.none(), List.of(), FailOn.ERROR);
  }

  /**
   * A check that takes every finding with the severity of its rule.
   *
   * @param start the folder that the goal runs for; the git work tree around it is checked
   * @param root the folder to check instead, if one is given
   * @param outputDirectory the folder for reports, relative to the root; where empty, none is
   *     written
   * @param groups the configured groups; empty for inference
   * @param failOn the least severity that fails
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
