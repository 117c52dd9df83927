package io.github.releasesync;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that a goal works on. */
final class RootFolder {

  private RootFolder() {}

  /**
   * The folder itself, whatever links lead to it.
   *
   * @throws ReleaseException with {@link Code#ROOT_MISSING} if it is none
   */
  static Path real(Path folder) {
    try {
      Path real = folder.toRealPath();
      if (Files.isDirectory(real)) {
        return real;
      }
    } catch (IOException e) {
      throw missing(folder, e);
    }
    throw missing(folder, null);
  }

  private static ReleaseException missing(Path folder, IOException cause) {
    return new ReleaseException(
        Problem.of(
            Code.ROOT_MISSING,
            Place.of("release-sync.root"),
            "`" + folder + "` is not a folder",
            "name the repository's folder with -Drelease-sync.root=DIR"),
        cause);
  }
}
