package io.github.releasesync.project.tree;

import io.github.releasesync.text.Located;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Paths inside the repository: relative to its root, with {@code /}; the root itself is empty. */
public final class TreePath {

  /** Folders that no package lives in, tracked or not. */
  private static final Set<String> GENERATED =
      Set.of("target", ".venv", "venv", "node_modules", "site-packages", "__pycache__", ".git");

  /** Folders whose manifests are test data or other people's code, unless something names them. */
  private static final Set<String> FOREIGN =
      Set.of(
          "test",
          "tests",
          "testdata",
          "test-data",
          "test_data",
          "fixture",
          "fixtures",
          "vendor",
          "vendored",
          "third_party",
          "third-party");

  private TreePath() {}

  /** The folder of a file; empty for a file at the root. */
  public static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** The last part of a path. */
  public static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The path of a file in a folder. */
  public static String in(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  /**
   * Follows a relative path from a folder.
   *
   * @param folder where to begin
   * @param relative the path in a manifest, with {@code /} or {@code \}
   * @return the path from the root; empty if it is absolute or leaves the root
   */
  public static Optional<String> resolve(String folder, String relative) {
    String forward = relative.replace('\\', '/');
    if (forward.startsWith("/") || isOnDrive(forward)) {
      return Optional.empty();
    }
    Deque<String> parts = new ArrayDeque<>();
    for (String part : in(folder, forward).split("/")) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return Optional.empty();
        }
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }

  /** Whether a path begins as Windows names its drives. */
  private static boolean isOnDrive(String path) {
    return path.length() > 1
        && path.charAt(1) == ':'
        && "abcdefghijklmnopqrstuvwxyz".indexOf(path.charAt(0) | 0x20) >= 0;
  }

  /**
   * The files that are not there, of those that manifests name from their own folders. Paths that
   * leave the repository are not followed, and commits of the past not asked.
   */
  public static List<Located<String>> missing(
      FileTree tree, Stream<Optional<Located<String>>> files) {
    if (!tree.isOnDisk()) {
      return List.of();
    }
    return files
        .flatMap(Optional::stream)
        .filter(
            file ->
                resolve(folder(file.place().file()), file.value())
                    .filter(path -> !tree.exists(path))
                    .isPresent())
        .toList();
  }

  /** Whether a path is a folder or lies below it. */
  public static boolean isBelow(String path, String folder) {
    return folder.isEmpty() || path.equals(folder) || path.startsWith(folder + "/");
  }

  /** Whether a file lies in a folder that tools generate. */
  public static boolean isGenerated(String path) {
    return hasFolder(path, GENERATED);
  }

  /** Whether a file lies among test data or other people's code. */
  public static boolean isForeign(String path) {
    return hasFolder(path, FOREIGN) || path.contains("src/it/");
  }

  private static boolean hasFolder(String path, Set<String> names) {
    String[] parts = path.split("/");
    for (int i = 0; i < parts.length - 1; i++) {
      if (names.contains(parts[i])) {
        return true;
      }
    }
    return false;
  }
}
