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
 * The folder that a goal works on, opened once, with the answer of git.
 *
 * @param root its real path: the given folder, else the git work tree of the start folder, else the
 *     start folder
 * @param git the answer of git
 */
public record SourceRepository(Path root, GitAnswer git) {

  /**
   * Opens the folder.
   *
   * @param git the user's git
   * @param start the folder in which the goal runs
   * @param given the folder to work on instead, relative to the start
   * @return the folder, with the answer of git
   * @throws ReleaseException with {@link Code#ROOT_MISSING} if it is not a folder
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
   * This folder after a change by git.
   *
   * @param git the user's git
   * @return the folder, with a new answer of git
   */
  public SourceRepository reopened(Git git) {
    return new SourceRepository(root, git.open(root));
  }

  /**
   * The repository of the folder.
   *
   * @return the repository; empty outside git
   */
  public Optional<GitRepository> repository() {
    return git.repository();
  }

  /**
   * The real path of the folder, with links resolved.
   *
   * @throws ReleaseException with {@link Code#ROOT_MISSING} if it is not a folder
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
