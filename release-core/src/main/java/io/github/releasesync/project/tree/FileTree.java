package io.github.releasesync.project.tree;

import io.github.releasesync.manifest.cargo.CargoManifest;
import io.github.releasesync.manifest.maven.PomFile;
import io.github.releasesync.manifest.python.PyProject;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.SourceText;
import java.util.List;
import java.util.Optional;

/** The files of the repository, on disk now or in a commit of the past. */
public interface FileTree {

  /**
   * The manifests and locks that belong to the repository.
   *
   * @return sorted paths from the root, with {@code /}
   */
  List<String> manifests();

  /**
   * Whether there is a regular file at a path.
   *
   * @param path from the root, with {@code /}
   * @return true if {@link #read} may find text there
   */
  boolean exists(String path);

  /**
   * Where a file lies after following links.
   *
   * @param path from the root, with {@code /}
   * @return its path from the root; empty if a link leads out of the root, or to nothing
   */
  default Optional<String> behindLinks(String path) {
    return Optional.of(path);
  }

  /**
   * Whether git tracks a file that is not on disk, because a sparse checkout leaves it out.
   *
   * @param path from the root, with {@code /}
   * @return true if its absence is no mistake
   */
  default boolean isNotCheckedOut(String path) {
    return false;
  }

  /**
   * Whether a sparse checkout omits a file that matches a pattern.
   *
   * @param pattern a pattern over paths
   * @return true if so
   */
  default boolean leavesOut(Glob pattern) {
    return false;
  }

  /**
   * The files and folders that match a pattern, tracked or not, as Cargo would find them.
   *
   * @param pattern a path from the root with {@code *}, {@code ?} and {@code [a-z]}
   * @return paths from the root, with {@code /}; empty if unknown, as for a past commit or for
   *     {@code **}
   */
  default Optional<List<String>> entries(String pattern) {
    return Optional.empty();
  }

  /**
   * Whether git tracks or would track something in a folder.
   *
   * @param folder from the root, with {@code /}
   * @return true if the folder is there for others too
   */
  default boolean hasFiles(String folder) {
    return false;
  }

  /**
   * Whether asking for one file after another costs nothing worth saving.
   *
   * @return false for a commit of the past
   */
  default boolean isOnDisk() {
    return true;
  }

  /**
   * Reads a file.
   *
   * @param path from the root, with {@code /}
   * @return its text
   * @throws ReleaseException if it cannot be read, is too large, is not UTF-8, or is a link that
   *     leaves the root
   */
  SourceText read(String path);

  /**
   * Reads a file, if that can be done.
   *
   * @param path from the root, with {@code /}
   * @return its text; empty where {@link #read} would throw
   */
  default Optional<SourceText> find(String path) {
    try {
      return exists(path) ? Optional.of(read(path)) : Optional.empty();
    } catch (ReleaseException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a {@code Cargo.toml}.
   *
   * @param path from the root, with {@code /}
   * @return the content
   * @throws ReleaseException as {@link #read} and {@link CargoManifest#parse} do
   */
  default CargoManifest cargoManifest(String path) {
    return CargoManifest.parse(read(path));
  }

  /**
   * Reads a {@code pyproject.toml}.
   *
   * @param path from the root, with {@code /}
   * @return the content
   * @throws ReleaseException as {@link #read} and {@link PyProject#parse} do
   */
  default PyProject pyProject(String path) {
    return PyProject.parse(read(path));
  }

  /**
   * Reads a {@code pom.xml}.
   *
   * @param path from the root, with {@code /}
   * @return the content
   * @throws ReleaseException as {@link #read} and {@link PomFile#parse} do
   */
  default PomFile pom(String path) {
    return PomFile.parse(read(path));
  }
}
