package io.github.releasesync.git;

import java.util.TreeSet;

/**
 * The files of a folder, by path from there with {@code /}.
 *
 * @param files those that git tracks or would track
 * @param submodules the submodules among what git tracks, which are no files
 * @param notCheckedOut those that a sparse checkout leaves out
 */
public record FileListing(
    TreeSet<String> files, TreeSet<String> submodules, TreeSet<String> notCheckedOut) {

  /**
   * A listing to be filled.
   *
   * @return three empty sets
   */
  public static FileListing empty() {
    return new FileListing(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
  }
}
