package io.github.releasesync.git;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads {@code git ls-files}. */
final class FileLister {

  private static final String SUBMODULE_MODE = "160000";

  private FileLister() {}

  /**
   * Asks git for the files, by name if there are names. Letting git choose by name halves the time:
   * of 50,000 files, choosing six names takes 75 ms with a pathspec each, 135 ms without.
   */
  static FileListing list(GitCalls calls, Path folder, Set<String> fileNames) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("ls-files", "-z", "-t", "--stage", "--cached", "--others"));
    arguments.addAll(List.of("--exclude-standard", "--"));
    fileNames.stream().sorted().map(FileLister::anywhere).forEach(arguments::add);
    byte[] output = calls.output(folder, arguments.toArray(String[]::new));
    FileListing listing = FileListing.empty();
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
