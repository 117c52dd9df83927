package io.github.releasesync.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The result of {@code git ls-files} for a folder.
 *
 * @param files those that git tracks or would track
 * @param submodules the submodules among them, which are no files
 * @param notCheckedOut those that a sparse checkout leaves out
 */
record FileListing(
    TreeSet<String> files, TreeSet<String> submodules, TreeSet<String> notCheckedOut) {

  private static final String SUBMODULE_MODE = "160000";

  /**
   * Asks git for the files, by name if there are pathspecs. Letting git choose by name halves the
   * time: of 50,000 files, choosing six names takes 75 ms with a pathspec each, 135 ms without.
   */
  static FileListing of(GitCalls calls, Path folder, List<String> pathspecs) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("ls-files", "-z", "-t", "--stage", "--cached", "--others"));
    arguments.addAll(List.of("--exclude-standard", "--"));
    arguments.addAll(pathspecs);
    byte[] output = calls.output(folder, arguments.toArray(String[]::new));
    FileListing listing = new FileListing(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    for (String entry : NulSeparated.split(output)) {
      if (!entry.startsWith("? ")) {
        // "H 100644 <id> <stage>\t<path>", with S for H outside a sparse checkout
        String path = entry.substring(entry.indexOf('\t') + 1);
        boolean submodule = entry.startsWith(SUBMODULE_MODE, 2);
        (submodule ? listing.submodules() : listing.files()).add(path);
        if (entry.startsWith("S ")) {
          listing.notCheckedOut().add(path);
        }
      } else if (!entry.endsWith("/")) {
        // "? <path>"; a nested repository ends with a slash
        listing.files().add(entry.substring(2));
      }
    }
    return listing;
  }

  /** A pathspec for files of a name, in whatever folder; {@code *} is for any characters. */
  static String anywhere(String fileName) {
    StringBuilder pathspec = new StringBuilder(":(glob)**/");
    for (char c : fileName.toCharArray()) {
      if ("?[\\".indexOf(c) >= 0) {
        pathspec.append('\\');
      }
      pathspec.append(c);
    }
    return pathspec.toString();
  }
}
