package io.github.releasesync.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder that git must be sent into to find a repository. */
final class GitFolder {

  private GitFolder() {}

  /**
   * The folder for {@code git -C}.
   *
   * @param current the folder in which commands are typed
   * @param folder a folder of the repository
   * @return its real path; empty if git finds the same repository from the current folder, or none
   *     at all
   */
  static Optional<Path> of(Path current, Path folder) {
    try {
      Path target = folder.toRealPath();
      Optional<Path> repository = workTree(target);
      return repository.isEmpty() || repository.equals(workTree(current.toRealPath()))
          ? Optional.empty()
          : Optional.of(target);
    } catch (IOException e) {
      // A failure needs a wording too, such as that of a missing root.
      return Optional.empty();
    }
  }

  /** The nearest folder with a .git, which is a file in submodules and linked work trees. */
  private static Optional<Path> workTree(Path folder) {
    for (Path place = folder; place != null; place = place.getParent()) {
      if (Files.exists(place.resolve(".git"))) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }
}
