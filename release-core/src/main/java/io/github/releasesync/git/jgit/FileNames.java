package io.github.releasesync.git.jgit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Names of files as git has them: in UTF-8, whatever the locale of this process is. */
final class FileNames {

  /** What Java reads for a byte that the locale does not know, as in a container without one. */
  private static final char UNREADABLE = '\uFFFD';

  private FileNames() {}

  /** The last name of a path. */
  static String of(Path path) {
    String name = path.getFileName().toString();
    if (name.indexOf(UNREADABLE) < 0) {
      return name;
    }
    // The address of a file has its bytes, and a final slash if it is a folder.
    String address = path.toUri().getPath();
    String whole = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    return whole.substring(whole.lastIndexOf('/') + 1);
  }

  /** The path of what a walk is at. */
  static String of(TreeWalk walk) {
    return new String(walk.getRawPath(), StandardCharsets.UTF_8);
  }

  /** The path of a folder in another one, each name with a final slash; empty for that itself. */
  static String below(Path top, Path folder) {
    return folder.equals(top) ? "" : below(top, folder.getParent()) + of(folder) + "/";
  }
}
