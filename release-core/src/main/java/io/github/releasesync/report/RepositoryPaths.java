package io.github.releasesync.report;

/**
 * Paths as GitHub wants them: from the top of the repository, also where only a folder of it is
 * looked at.
 */
final class RepositoryPaths {

  private final String folder;

  /**
   * Paths of a root.
   *
   * @param folder where the root lies in its repository; empty for the top
   */
  RepositoryPaths(String folder) {
    this.folder = folder;
  }

  /** The path of a file that is named from the root; {@code .} is the top itself. */
  String of(String file) {
    if (folder.isEmpty()) {
      return file;
    }
    return file.equals(".") ? folder : folder + "/" + file;
  }
}
