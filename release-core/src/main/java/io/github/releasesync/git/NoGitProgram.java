package io.github.releasesync.git;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;

/** What is said where no git program is on the PATH. */
public final class NoGitProgram {

  private NoGitProgram() {}

  /**
   * The notice of a run that reads.
   *
   * @return one line
   */
  public static Problem notice() {
    return Problem.of(
        Code.GIT_NOT_ON_PATH,
        Place.of("."),
        "git is not on the PATH; read with JGit",
        "install git for the goals that commit or tag");
  }

  /**
   * Refuses what only git itself can do.
   *
   * @param repository the repository to change
   * @param what what git would do there, such as {@code tags the release}
   * @throws ReleaseException with {@link Code#GIT_NOT_ON_PATH} if a library reads it
   */
  public static void refuse(GitRepository repository, String what) {
    if (!repository.isReadByGit()) {
      throw new ReleaseException(
          Problem.of(
                  Code.GIT_NOT_ON_PATH,
                  Place.of("."),
                  "git is not on the PATH, and only git itself " + what,
                  "install git, then run this again; nothing was changed")
              .withSeverity(Severity.ERROR));
    }
  }
}
