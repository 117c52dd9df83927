package io.github.releasesync.git.jgit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Repository;

/** What differs from HEAD: {@code git status}. */
final class Changes {

  private final Repository repository;
  private final Path top;
  private final TrackedChanges changes;
  private final TrackedFiles tracked;
  private final UntrackedFiles untracked;

  Changes(
      Repository repository,
      Path top,
      TrackedChanges changes,
      TrackedFiles tracked,
      UntrackedFiles untracked) {
    this.repository = repository;
    this.top = top;
    this.changes = changes;
    this.tracked = tracked;
    this.untracked = untracked;
  }

  /** Paths from the top, sorted, of what differs below a folder. */
  List<String> below(Path real) throws IOException {
    String folder = FileNames.below(top, real);
    List<String> paths = new ArrayList<>(changes.below(folder));
    String shown = repository.getConfig().getString("status", null, "showUntrackedFiles");
    if (!isOff(shown)) {
      Set<String> files = untracked.below(real);
      paths.addAll("all".equals(shown) ? files : collapsed(files, folder));
    }
    return paths.stream().sorted().toList();
  }

  private static boolean isOff(String shown) {
    return shown != null && Set.of("no", "false", "off", "0").contains(shown);
  }

  /** A folder without tracked files is named in place of what is in it; at most the asked one. */
  private Set<String> collapsed(Set<String> files, String below) {
    Set<String> collapsed = new TreeSet<>();
    for (String file : files) {
      int slash = file.indexOf('/', Math.max(0, below.length() - 1));
      while (slash >= 0 && tracked.hasBelow(file.substring(0, slash))) {
        slash = file.indexOf('/', slash + 1);
      }
      collapsed.add(slash < 0 ? file : file.substring(0, slash + 1));
    }
    return collapsed;
  }
}
