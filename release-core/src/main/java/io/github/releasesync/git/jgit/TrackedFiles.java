package io.github.releasesync.git.jgit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;

/** The index: what git tracks. */
final class TrackedFiles {

  private final DirCache index;

  TrackedFiles(DirCache index) {
    this.index = index;
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

  /** The entry of a file that a sparse checkout leaves out, or null. */
  DirCacheEntry leftOut(String path) {
    int place = index.findEntry(path);
    return place >= 0 && index.getEntry(place).isSkipWorkTree() ? index.getEntry(place) : null;
  }

  static boolean isSubmodule(DirCacheEntry entry) {
    return FileMode.GITLINK.equals(entry.getRawMode());
  }

  /** Its path; JGit itself would read what is not UTF-8 in another way than git's output is. */
  static String path(DirCacheEntry entry) {
    return new String(entry.getRawPath(), StandardCharsets.UTF_8);
  }
}
