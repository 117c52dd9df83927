package io.github.releasesync.goal;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import java.util.Optional;

/**
 * Packages to bump beside a group, or instead of it.
 *
 * @param separate the only package to bump, such as {@code pypi:engine-tools}, where one is named
 * @param bumpDependents whether the crates that depend on what gets a new minor get one too
 */
public record BumpOptions(Optional<String> separate, boolean bumpDependents) {

  /**
   * Nothing but the group.
   *
   * @return the options
   */
  public static BumpOptions none() {
    return new BumpOptions(Optional.empty(), false);
  }

  /**
   * The options as they are configured.
   *
   * @param separate the only package to bump, or null
   * @param bumpDependents {@code minor} or {@code none}, or null
   * @return the options
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} for another word, or where
   *     both are wanted
   */
  public static BumpOptions of(String separate, String bumpDependents) {
    String word = bumpDependents == null ? "none" : bumpDependents.strip();
    if (!word.equals("minor") && !word.equals("none")) {
      throw invalid("`" + word + "` is not known", "write minor or none");
    }
    boolean bumps = word.equals("minor");
    if (bumps && separate != null) {
      throw invalid(
          "a package that is bumped on its own bumps no other",
          "leave out one of the two parameters");
    }
    return new BumpOptions(Optional.ofNullable(separate).map(String::strip), bumps);
  }

  private static ReleaseException invalid(String message, String help) {
    return ReleaseException.of(
        Code.CONFIGURATION_INVALID, Place.of("release-sync.bumpDependents"), message, help);
  }
}
