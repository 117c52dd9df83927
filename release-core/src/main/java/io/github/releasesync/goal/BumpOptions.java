package io.github.releasesync.goal;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import java.util.Optional;

/**
 * Packages to bump besides a group, or instead of it.
 *
 * @param separate the only package to bump, such as {@code pypi:engine-tools}, if one is named
 * @param bumpDependents whether crates that depend on a crate with a new minor version get one too
 */
public record BumpOptions(Optional<String> separate, boolean bumpDependents) {

  /**
   * Options to bump only the group.
   *
   * @return the options
   */
  public static BumpOptions none() {
    return new BumpOptions(Optional.empty(), false);
  }

  /**
   * The configured options.
   *
   * @param separate the only package to bump, or null
   * @param bumpDependents {@code minor} or {@code none}, or null
   * @return the options
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} for another value, or if both
   *     are given
   */
  public static BumpOptions of(String separate, String bumpDependents) {
    String word = bumpDependents == null ? "none" : bumpDependents.strip();
    if (!word.equals("minor") && !word.equals("none")) {
      throw invalid("`" + word + "` is not a valid value", "write minor or none");
    }
    boolean bumps = word.equals("minor");
    if (bumps && separate != null) {
      throw invalid(
          "a bump of one separate package cannot bump dependents",
          "leave out one of the two parameters");
    }
    return new BumpOptions(Optional.ofNullable(separate).map(String::strip), bumps);
  }

  private static ReleaseException invalid(String message, String help) {
    return ReleaseException.of(
        Code.CONFIGURATION_INVALID, Place.of("release-sync.bumpDependents"), message, help);
  }
}
