package io.github.releasesync.git.jgit;

import io.github.releasesync.git.CommitTree;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** Reads the trees of commits and their blobs. */
final class TreeReader {

  private final Repository repository;

  TreeReader(Repository repository) {
    this.repository = repository;
  }

  /** The files below a folder with a final slash. */
  CommitTree read(RevTree tree, String folder) throws IOException {
    Map<String, String> ids = new HashMap<>();
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.addTree(tree);
      walk.setRecursive(true);
      if (!folder.isEmpty()) {
        walk.setFilter(PathFilter.create(folder));
      }
      while (walk.next()) {
        String path = FileNames.of(walk);
        if (isRegularFile(walk) && path.startsWith(folder)) {
          ids.put(path.substring(folder.length()), walk.getObjectId(0).name());
        }
      }
    }
    return new CommitTree(ids, this::blobs);
  }

  private static boolean isRegularFile(TreeWalk walk) {
    return (walk.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
  }

  /** The id of what is at a path, with its mode; empty if nothing is. */
  String at(RevTree tree, String path) throws IOException {
    if (path.isEmpty()) {
      return tree.name();
    }
    try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
      return walk == null ? "" : walk.getObjectId(0).name() + walk.getRawMode(0);
    }
  }

  /** The id of the regular file at a path; empty if there is none. */
  Optional<String> blobAt(RevTree tree, String path) throws IOException {
    try (TreeWalk walk = TreeWalk.forPath(repository, path, tree)) {
      return walk == null || !isRegularFile(walk)
          ? Optional.empty()
          : Optional.of(walk.getObjectId(0).name());
    }
  }

  Map<String, byte[]> blobs(List<String> ids) {
    return Failures.answer(
        () -> {
          Map<String, byte[]> contents = new HashMap<>();
          try (ObjectReader reader = repository.newObjectReader()) {
            for (String id : ids) {
              ObjectLoader loader = reader.open(ObjectId.fromString(id));
              if (loader.getSize() <= CommitTree.SIZE_LIMIT) {
                contents.put(id, loader.getBytes());
              }
            }
          }
          return contents;
        });
  }
}
