package io.github.releasesync.facts;

import io.github.releasesync.git.Git;
import io.github.releasesync.git.GitAnswer;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder that a goal works on, opened once: what git answered is passed on with it.
 *
 * @param root its real path: the given folder, else the git work tree around the start, else that
 * @param git what git says of it
 */
public record SourceRepository(Path root, GitAnswer git) {

  /**
   * Opens it.
   *
   * @param git the user's git
   * @param start the folder that the goal runs for
   * @param given the folder to work on instead, relative to the start
   * @return the folder and what git knows of it
   * @throws ReleaseException with {@link Code#ROOT_MISSING} if it is no folder
   */
  public static SourceRepository open(Git git, Path start, Optional<Path> given) {
    Path folder = real(given.map(start::resolve).orElse(start));
    GitAnswer answer = git.open(folder);
    Path root =
        answer
            .repository()
            .filter(r -> given.isEmpty())
            .map(GitRepository::workTree)
            .orElse(folder);
    return new SourceRepository(root, answer);
  }

  /**
   * The same folder after git was made to change something.
   *
   * @param git the user's git
   * @return what git says of it now
   */
  public SourceRepository reopened(Git git) {
    return new SourceRepository(root, git.open(root));
  }

  /**
   * The repository that the folder is in.
   *
   * @return empty outside git
   */
  public Optional<GitRepository> repository() {
    return git.repository();
  }

  /**
   * The folder itself, whatever links lead to it.
   *
   * @throws ReleaseException with {@link Code#ROOT_MISSING} if it is none
   */
  private static Path real(Path folder) {
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
            Help.of("name the repository's folder with ", Option.of("root", "DIR"))),
        cause);
  }
}
