package io.github.releasesync.project;

import java.util.List;

/**
 * What a team configures about its packages, for every goal alike.
 *
 * @param groups the configured groups; empty for inference
 */
public record Settings(List<GroupSpec> groups) {

  /**
   * The settings of a repository that configures nothing.
   *
   * @return the settings
   */
  public static Settings none() {
    return ofGroups(List.of());
  }

  /**
   * The settings of a repository that configures its groups only.
   *
   * @param groups the configured groups
   * @return the settings
   */
  public static Settings ofGroups(List<GroupSpec> groups) {
    return new Settings(groups);
  }
}
