package io.github.releasesync.git.jgit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.IndexDiff;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** Where HEAD, the index and the work tree differ. */
final class TrackedChanges {

  private static final int HEAD = 0;
  private static final int INDEX = 1;
  private static final int FILES = 2;

  private final Repository repository;
  private final Path top;
  private final DirCache index;
  private final TrackedFiles tracked;

  TrackedChanges(Repository repository, Path top, DirCache index, TrackedFiles tracked) {
    this.repository = repository;
    this.top = top;
    this.index = index;
    this.tracked = tracked;
  }

  /** Paths from the top, below a folder with a final slash. */
  Set<String> below(String folder) throws IOException {
    Set<String> changed = new TreeSet<>();
    try (TreeWalk walk = new TreeWalk(repository)) {
      walk.setOperationType(TreeWalk.OperationType.CHECKIN_OP);
      addHead(walk);
      walk.addTree(new DirCacheIterator(index));
      WorkTreeIterator files = new WorkTreeIterator(repository);
      walk.addTree(files);
      files.setDirCacheIterator(walk, INDEX);
      walk.setRecursive(true);
      walk.setFilter(
          folder.isEmpty()
              ? new InHeadOrIndex()
              : AndTreeFilter.create(PathFilter.create(folder), new InHeadOrIndex()));
      while (walk.next()) {
        if (isChanged(walk)) {
          changed.add(FileNames.of(walk));
        }
      }
    }
    changed.addAll(submodules(folder));
    return changed;
  }

  private void addHead(TreeWalk walk) throws IOException {
    ObjectId head = repository.resolve(Constants.HEAD);
    if (head == null) {
      walk.addTree(new EmptyTreeIterator());
      return;
    }
    try (RevWalk commits = new RevWalk(repository)) {
      walk.addTree(commits.parseTree(head));
    }
  }

  private boolean isChanged(TreeWalk walk) throws IOException {
    DirCacheIterator inIndex = walk.getTree(INDEX, DirCacheIterator.class);
    if (inIndex == null
        || inIndex.getDirCacheEntry().getStage() > 0
        || walk.getRawMode(HEAD) != walk.getRawMode(INDEX)
        || !walk.idEqual(HEAD, INDEX)) {
      return true;
    }
    DirCacheEntry entry = inIndex.getDirCacheEntry();
    if (tracked.isLeftOut(entry)) {
      return false;
    }
    WorkTreeIterator file = walk.getTree(FILES, WorkTreeIterator.class);
    if (TrackedFiles.isSubmodule(entry)) {
      return file == null && !Files.isDirectory(top.resolve(TrackedFiles.path(entry)));
    }
    return file == null || file.isModified(entry, true, walk.getObjectReader());
  }

  /** Those whose own HEAD or files differ. */
  private Set<String> submodules(String folder) throws IOException {
    List<String> paths =
        tracked.below(folder).stream()
            .filter(TrackedFiles::isSubmodule)
            .map(TrackedFiles::path)
            .toList();
    if (paths.isEmpty()) {
      return Set.of();
    }
    IndexDiff difference =
        new IndexDiff(repository, Constants.HEAD, new WorkTreeIterator(repository));
    difference.setWorkingTreeItFactory(WorkTreeIterator::new);
    difference.setFilter(PathFilterGroup.createFromStrings(paths));
    difference.diff();
    return difference.getModified();
  }

  /** Leaves out what is only in the work tree. */
  private static final class InHeadOrIndex extends TreeFilter {

    @Override
    public boolean include(TreeWalk walk) {
      return walk.getRawMode(HEAD) != 0 || walk.getRawMode(INDEX) != 0;
    }

    @Override
    public boolean shouldBeRecursive() {
      return false;
    }

    @Override
    public TreeFilter clone() {
      return this;
    }
  }
}
