package io.github.releasesync.prepare;

import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.GitWriter;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The guard of files that a release would change, but that git could not give back. */
public final class UntrackedFiles {

  private UntrackedFiles() {}

  /**
   * Finds the files of a release that git ignores or does not track.
   *
   * @param repository the repository
   * @param writer asks git about single files
   * @param planned the plan of the release
   * @return a problem for each; a file that is not committed yet is left to the guard of the tree
   */
  public static List<Problem> of(
      GitRepository repository, GitWriter writer, PrepareRecord planned) {
    List<String> paths = planned.allPaths();
    List<String> tracked = writer.tracked(paths);
    List<String> ignored = writer.ignored(paths);
    List<Problem> found = new ArrayList<>();
    for (String path : paths) {
      boolean there = Files.exists(repository.workTree().resolve(path));
      if (ignored.contains(path)) {
        found.add(problem(path, "git ignores `" + path + "`, so no commit can have it"));
      } else if (there && !tracked.contains(path) && !isTold(repository, path)) {
        found.add(problem(path, "git does not track `" + path + "`, so it could be lost"));
      } else if (there && isLinkToUntracked(repository.workTree(), writer, path)) {
        found.add(problem(path, "`" + path + "` is a link to a file that git does not track"));
      }
    }
    return found;
  }

  /** Whether the guard of the tree names the file. */
  private static boolean isTold(GitRepository repository, String path) {
    return repository.changes(repository.workTree()).stream()
        .anyMatch(changed -> PrepareState.isIn(path, changed));
  }

  private static boolean isLinkToUntracked(Path workTree, GitWriter writer, String path) {
    try {
      Path real = workTree.resolve(path).toRealPath();
      String target = workTree.relativize(real).toString().replace('\\', '/');
      return !target.equals(path)
          && real.startsWith(workTree)
          && writer.tracked(List.of(target)).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static Problem problem(String path, String message) {
    return Problem.of(
        Code.TREE_NOT_CLEAN,
        Place.of(path),
        message,
        "track it with `git add --force`, or leave it out of the release");
  }
}
