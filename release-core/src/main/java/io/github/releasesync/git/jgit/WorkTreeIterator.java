package io.github.releasesync.git.jgit;

import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.AbstractTreeIterator;
import org.eclipse.jgit.treewalk.FileTreeIterator;

/** The files of a work tree as they are: a reader starts no program that cleans them. */
final class WorkTreeIterator extends FileTreeIterator {

  WorkTreeIterator(Repository repository) {
    super(repository);
  }

  private WorkTreeIterator(WorkTreeIterator parent) {
    super(parent, ((FileEntry) parent.current()).getFile(), parent.fs);
  }

  @Override
  public String getCleanFilterCommand() {
    return null;
  }

  @Override
  protected AbstractTreeIterator enterSubtree() {
    return new WorkTreeIterator(this);
  }
}
