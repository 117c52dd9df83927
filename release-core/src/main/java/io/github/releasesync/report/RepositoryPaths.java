package io.github.releasesync.report;

/** Paths for GitHub: from the top of the repository, even if the root is a folder in it. */
final class RepositoryPaths {

  private final String folder;

  /**
   * Paths of a root.
   *
   * @param folder path of the root in its repository; empty for the top
   */
  RepositoryPaths(String folder) {
    this.folder = folder;
  }

  /** The path of a file from its path relative to the root; {@code .} is the root itself. */
  String of(String file) {
    if (folder.isEmpty()) {
      return file;
    }
    return file.equals(".") ? folder : folder + "/" + file;
  }
}
