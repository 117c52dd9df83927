package io.github.releasesync.git;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import java.nio.file.Path;

/** Finds and opens repositories. */
@FunctionalInterface
public interface GitOpener {

  /**
   * Finds the work tree that contains a folder.
   *
   * @param directory a folder that exists
   * @return the repository, or why there is none
   * @throws ReleaseException with {@link Code#GIT_FAILED} if there is one that cannot be read
   */
  GitAnswer open(Path directory);
}
