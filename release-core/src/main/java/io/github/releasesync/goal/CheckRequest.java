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
 * @param start the folder in which the goal runs; its git work tree is checked
 * @param root the folder to check instead, if given
 * @param outputDirectory the folder for reports, relative to the root; if empty, none is written
 * @param settings the configuration of the packages
 * @param rules severities of findings; the last matching rule applies
 * @param failOn the lowest severity that fails
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
   * A check in which each finding has the default severity of its rule.
   *
   * @param start the folder in which the goal runs; its git work tree is checked
   * @param root the folder to check instead, if given
   * @param outputDirectory the folder for reports, relative to the root; if empty, none is written
   * @param groups the configured groups; empty for inference
   * @param failOn the lowest severity that fails
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
