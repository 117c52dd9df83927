package io.github.releasesync.project.group;

import io.github.releasesync.project.workspace.Package;
import java.util.Optional;

/**
 * The release before the newest one of a line of tags, where a package may have been forgotten.
 *
 * @param release the release
 * @param before the release before that, if there is one
 */
public record PreviousRelease(TaggedRelease release, Optional<TaggedRelease> before) {

  /**
   * Whether two packages were released together: they agreed, and not only at this one release.
   *
   * @param one a package of today
   * @param other another
   * @return false if one was not there, or they differed at the release before
   */
  public boolean isShared(Package one, Package other) {
    return release.agreed(one, other).orElse(false)
        && before.flatMap(b -> b.agreed(one, other)).orElse(true);
  }
}
