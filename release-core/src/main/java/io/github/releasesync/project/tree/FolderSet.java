package io.github.releasesync.project.tree;

import io.github.releasesync.text.Located;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Folders that a manifest names, and all that lies below them. */
public final class FolderSet {

  private final Set<String> named;

  private FolderSet(Set<String> named) {
    this.named = named;
  }

  /**
   * The folders of a list.
   *
   * @param from the folder of the manifest
   * @param paths relative to it; those that leave the repository name nothing
   */
  public static FolderSet of(String from, List<Located<String>> paths) {
    return new FolderSet(
        paths.stream()
            .flatMap(path -> TreePath.resolve(from, path.value()).stream())
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * Whether a folder is one of them or lies below one; called for every pair, so it does not
   * search.
   */
  public boolean covers(String folder) {
    String above = folder;
    while (!above.isEmpty()) {
      if (named.contains(above)) {
        return true;
      }
      above = TreePath.folder(above);
    }
    return named.contains("");
  }
}
