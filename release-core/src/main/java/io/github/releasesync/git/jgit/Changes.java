package io.github.releasesync.git.jgit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.IndexDiff;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** What differs from HEAD: {@code git status}. */
final class Changes {

  private final Repository repository;
  private final Path top;
  private final TrackedFiles tracked;
  private final UntrackedFiles untracked;

  Changes(Repository repository, Path top, TrackedFiles tracked, UntrackedFiles untracked) {
    this.repository = repository;
    this.top = top;
    this.tracked = tracked;
    this.untracked = untracked;
  }

  /** Paths from the top, sorted, of what differs below a folder. */
  List<String> below(Path real) throws IOException {
    String folder = FileNames.below(top, real);
    List<String> paths = new ArrayList<>(ofTracked(folder));
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

  /** Paths from the top of tracked files that differ below a folder with a final slash. */
  Set<String> ofTracked(String folder) throws IOException {
    ObjectId head = repository.resolve(Constants.HEAD);
    IndexDiff difference = new IndexDiff(repository, head, new WorkTreeIterator(repository));
    difference.setWorkingTreeItFactory(WorkTreeIterator::new);
    if (!folder.isEmpty()) {
      difference.setFilter(PathFilter.create(folder));
    }
    difference.diff();
    Set<String> paths = new TreeSet<>(difference.getConflicting());
    paths.addAll(difference.getAdded());
    paths.addAll(difference.getChanged());
    paths.addAll(difference.getRemoved());
    difference.getMissing().stream().filter(this::isMissing).forEach(paths::add);
    paths.addAll(difference.getModified());
    return paths;
  }

  /** A submodule is not where there is a folder for it: JGit differs in linked work trees. */
  private boolean isMissing(String path) {
    return !tracked.isSubmodule(path) || !Files.isDirectory(top.resolve(path));
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
