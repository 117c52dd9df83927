package io.github.releasesync.project;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a team configures about its packages, for every goal alike.
 *
 * @param groups the configured groups; empty for inference
 * @param unreleasedFeatures the features of crates that no release may turn on
 */
public record Settings(List<GroupSpec> groups, List<FeatureSpec> unreleasedFeatures) {

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
    return of(groups, null);
  }

  /**
   * The settings as they are configured.
   *
   * @param groups the configured groups; empty for inference
   * @param unreleasedFeatures {@code cargo:CRATE/FEATURE} or {@code FEATURE} each, or null
   * @return the settings
   * @throws io.github.releasesync.problem.ReleaseException if one of them cannot be understood
   */
  public static Settings of(List<GroupSpec> groups, List<String> unreleasedFeatures) {
    return new Settings(groups, given(unreleasedFeatures).map(FeatureSpec::of).toList());
  }

  private static Stream<String> given(List<String> texts) {
    return texts == null ? Stream.empty() : texts.stream();
  }
}
