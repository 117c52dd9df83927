package io.github.releasesync.git.jgit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.util.FS;

/** Finds the repository that contains a folder, as git does. */
final class Discovery {

  private static final String DOT_GIT = ".git";
  private static final String GIT_DIR = "gitdir:";
  private static final int LONGEST_GIT_FILE = 64 << 10;

  private final FS files;

  Discovery(FS files) {
    this.files = files;
  }

  /**
   * A repository.
   *
   * @param gitDirectory the folder with HEAD
   * @param gitFile the file that names it, as in a linked work tree
   * @param top the folder with the {@code .git}; empty for a bare repository, and inside of one
   */
  record Found(Path gitDirectory, Optional<Path> gitFile, Optional<Path> top) {}

  /** The nearest of a folder and those around it, up to the end of its file system. */
  Optional<Found> find(Path start) throws IOException {
    Object device = device(start);
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (!device.equals(device(folder))) {
        return Optional.empty();
      }
      Optional<Found> found = at(folder);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Found> at(Path folder) throws IOException {
    Path dotGit = folder.resolve(DOT_GIT);
    if (Files.isRegularFile(dotGit)) {
      Path named =
          target(dotGit)
              .orElseThrow(() -> new IOException("invalid gitfile format: " + dotGit))
              .normalize();
      if (!isGitDirectory(named)) {
        throw new IOException("not a git repository: " + named);
      }
      return Optional.of(new Found(named, Optional.of(dotGit), Optional.of(folder)));
    }
    if (isGitDirectory(dotGit)) {
      return Optional.of(new Found(dotGit, Optional.empty(), Optional.of(folder)));
    }
    return isGitDirectory(folder)
        ? Optional.of(new Found(folder, Optional.empty(), Optional.empty()))
        : Optional.empty();
  }

  /** Whether a folder is the top of another work tree. */
  boolean isTop(Path folder) throws IOException {
    Path dotGit = folder.resolve(DOT_GIT);
    return Files.isRegularFile(dotGit)
        ? target(dotGit).filter(this::isGitDirectory).isPresent()
        : isGitDirectory(dotGit);
  }

  private boolean isGitDirectory(Path folder) {
    return RepositoryCache.FileKey.isGitRepository(folder.toFile(), files);
  }

  private static Optional<Path> target(Path gitFile) throws IOException {
    if (Files.size(gitFile) > LONGEST_GIT_FILE) {
      return Optional.empty();
    }
    String text = new String(Files.readAllBytes(gitFile), StandardCharsets.UTF_8);
    return text.startsWith(GIT_DIR)
        ? Optional.of(gitFile.resolveSibling(text.substring(GIT_DIR.length()).strip()))
        : Optional.empty();
  }

  /** The file system of a folder; on Windows, git looks at drives only. */
  private static Object device(Path folder) throws IOException {
    return folder.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? Files.getAttribute(folder, "unix:dev")
        : "";
  }
}
