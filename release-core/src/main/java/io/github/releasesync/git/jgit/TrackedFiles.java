package io.github.releasesync.git.jgit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;

/** The index: what git tracks. */
final class TrackedFiles {

  private final DirCache index;
  private final Path top;
  private final boolean sparse;

  /**
   * An index.
   *
   * @param top the top of the work tree
   * @param sparse whether the checkout is sparse
   */
  TrackedFiles(DirCache index, Path top, boolean sparse) {
    this.index = index;
    this.top = top;
    this.sparse = sparse;
  }

  /** The entries below a folder, given with a final slash, or empty for the top. */
  List<DirCacheEntry> below(String folder) {
    return Arrays.asList(index.getEntriesWithin(folder));
  }

  boolean has(String path) {
    return index.findEntry(path) >= 0;
  }

  boolean hasBelow(String folder) {
    int place = index.findEntry(folder + "/");
    int next = place < 0 ? -place - 1 : place;
    return next < index.getEntryCount() && path(index.getEntry(next)).startsWith(folder + "/");
  }

  boolean isSubmodule(String path) {
    int place = index.findEntry(path);
    return place >= 0 && isSubmodule(index.getEntry(place));
  }

  /** The entry of a file that is not in the work tree by intent, or null. */
  DirCacheEntry leftOut(String path) {
    int place = index.findEntry(path);
    return place >= 0 && isLeftOut(index.getEntry(place)) ? index.getEntry(place) : null;
  }

  /** Whether a file is not looked at; of a sparse checkout, only if it is really not there. */
  boolean isLeftOut(DirCacheEntry entry) {
    return entry.isSkipWorkTree()
        && !(sparse && Files.exists(top.resolve(path(entry)), LinkOption.NOFOLLOW_LINKS));
  }

  static boolean isSubmodule(DirCacheEntry entry) {
    return FileMode.GITLINK.equals(entry.getRawMode());
  }

  /** Its path; JGit itself would read what is not UTF-8 in another way than git's output is. */
  static String path(DirCacheEntry entry) {
    return new String(entry.getRawPath(), StandardCharsets.UTF_8);
  }
}
