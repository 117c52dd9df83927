package io.github.releasesync.git.jgit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;

/** Finds tracked text files that contain one of some texts: {@code git grep}. */
final class TextSearch {

  /** Git calls a file binary by a NUL in its first bytes. */
  private static final int LOOKED_AT = 8000;

  private static final int BUFFER = 1 << 16;

  private final Repository repository;
  private final DirCache index;
  private final TrackedFiles tracked;
  private final Path top;
  private final List<byte[]> texts;
  private final int longest;

  TextSearch(
      Repository repository,
      DirCache index,
      TrackedFiles tracked,
      Path top,
      Collection<String> texts) {
    this.repository = repository;
    this.index = index;
    this.tracked = tracked;
    this.top = top;
    this.texts = texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    this.longest = this.texts.stream().mapToInt(text -> text.length).max().orElse(0);
  }

  /** The files below a folder with a final slash, by path from there. */
  List<String> below(String folder) throws IOException {
    Map<String, Boolean> binaryByPath = new TreeMap<>();
    for (DirCacheEntry entry : tracked.below(folder)) {
      boolean regular = (entry.getRawMode() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
      if (regular && !tracked.isLeftOut(entry)) {
        search(TrackedFiles.path(entry), binaryByPath);
      }
    }
    binaryByPath.putAll(byAttributes(binaryByPath.keySet()));
    return binaryByPath.entrySet().stream()
        .filter(entry -> !entry.getValue())
        .map(entry -> entry.getKey().substring(folder.length()))
        .sorted()
        .toList();
  }

  private void search(String path, Map<String, Boolean> binaryByPath) throws IOException {
    Path file;
    try {
      file = top.resolve(path);
    } catch (InvalidPathException e) {
      // The locale of this process has no such names, so nothing here could open it.
      return;
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER + longest];
      int filled = in.readNBytes(buffer, 0, BUFFER);
      boolean binary = hasNul(buffer, Math.min(filled, LOOKED_AT));
      while (filled > 0) {
        if (hasAny(buffer, filled)) {
          binaryByPath.put(path, binary);
          return;
        }
        int kept = Math.min(filled, longest - 1);
        System.arraycopy(buffer, filled - kept, buffer, 0, kept);
        int more = in.readNBytes(buffer, kept, BUFFER);
        filled = more == 0 ? 0 : kept + more;
      }
    } catch (AccessDeniedException | NoSuchFileException e) {
      // Git says so, and searches the next one.
    }
  }

  private static boolean hasNul(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private boolean hasAny(byte[] bytes, int length) {
    for (byte[] text : texts) {
      if (has(bytes, length, text)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(byte[] bytes, int length, byte[] text) {
    for (int at = 0; at + text.length <= length; at++) {
      int i = 0;
      while (i < text.length && bytes[at + i] == text[i]) {
        i++;
      }
      if (i == text.length) {
        return true;
      }
    }
    return false;
  }

  /** Whether a file is binary, where the attribute {@code diff} says so or not. */
  private Map<String, Boolean> byAttributes(Set<String> paths) throws IOException {
    Map<String, Boolean> binary = new LinkedHashMap<>();
    if (paths.isEmpty()) {
      return binary;
    }
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.setOperationType(TreeWalk.OperationType.CHECKIN_OP);
      walk.addTree(new DirCacheIterator(index));
      WorkTreeIterator files = new WorkTreeIterator(repository);
      walk.addTree(files);
      files.setDirCacheIterator(walk, 0);
      walk.setRecursive(true);
      walk.setFilter(PathFilterGroup.createFromStrings(paths));
      while (walk.next()) {
        Attribute diff = walk.getAttributes().get("diff");
        String path = FileNames.of(walk);
        if (diff != null && diff.getState() == Attribute.State.UNSET) {
          binary.put(path, true);
        } else if (diff != null && diff.getState() == Attribute.State.SET) {
          binary.put(path, false);
        }
      }
    }
    return binary;
  }
}
