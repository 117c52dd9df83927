package io.github.releasesync.facts;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.project.tree.EditedTree;
import io.github.releasesync.project.tree.FileTree;
import java.util.List;
import java.util.Optional;

/** The files of a repository and all facts for goals that change versions. */
public final class TreeFacts {

  private final SourceRepository repository;
  private final FileTree tree;
  private final Snapshot snapshot;
  private Unreleased unreleased;

  private TreeFacts(SourceRepository repository, FileTree tree, Snapshot snapshot) {
    this.repository = repository;
    this.tree = tree;
    this.snapshot = snapshot;
  }

  /**
   * Reads the current tree.
   *
   * @param repository the repository
   * @param settings the configuration
   * @return the facts
   * @throws ReleaseException if it cannot be read completely: a partly unreadable tree is not
   *     changed
   */
  public static TreeFacts read(SourceRepository repository, Settings settings) {
    SnapshotReader reader = new SnapshotReader(repository.git(), repository.root());
    return read(repository, settings, reader, reader.tree());
  }

  /**
   * Reads the tree as it is, to change a group in it.
   *
   * @param repository the repository
   * @param settings what is configured
   * @param group the name of the group; empty where it is not named
   * @return the facts
   * @throws ReleaseException as {@link #read(SourceRepository, Settings)}, and with {@link
   *     Code#MANIFEST_LEFT_OUT} where a member is not checked out
   */
  public static TreeFacts read(
      SourceRepository repository, Settings settings, Optional<String> group) {
    SnapshotReader reader = new SnapshotReader(repository.git(), repository.root());
    FileTree tree = reader.tree();
    repository
        .repository()
        .filter(git -> !reader.isWhole())
        .ifPresent(
            git -> new LeftOutMembers(git, repository.root(), tree, settings).requireNone(group));
    return read(repository, settings, reader, tree);
  }

  private static TreeFacts read(
      SourceRepository repository, Settings settings, SnapshotReader reader, FileTree tree) {
    Snapshot snapshot = reader.readWithCopies(tree, settings);
    snapshot.requireReadable();
    return new TreeFacts(repository, tree, snapshot);
  }

  /**
   * The facts when an edit is written and committed. What is searched for copies of a version is
   * searched again: another one is the earlier one then.
   *
   * @param edited the files then
   * @return the facts then
   */
  public Snapshot after(EditedTree edited) {
    Snapshot then = snapshot.after(edited);
    CopyFiles copies =
        new CopyReader(edited, repository.root(), repository.repository())
            .read(then.settings().copies(), then.workspace(), List.of(then.past()));
    return new Snapshot(
        then.workspace(),
        then.past(),
        then.groups(),
        then.tags(),
        then.changelogs(),
        then.settings(),
        copies,
        then.limitations());
  }

  /**
   * The facts after a release that may not be written yet.
   *
   * @param edited the files of the release
   * @param tag its tag
   * @return the new facts
   */
  public TreeFacts released(EditedTree edited, String tag) {
    return new TreeFacts(repository, edited, snapshot.after(edited).released(tag));
  }

  /**
   * The files.
   *
   * @return the tree
   */
  public FileTree tree() {
    return tree;
  }

  /**
   * The facts of the files.
   *
   * @return packages, groups, tags and copies
   */
  public Snapshot snapshot() {
    return snapshot;
  }

  /**
   * The unreleased changes, with the commits since the last releases; read on first use.
   *
   * @return the facts
   * @throws ReleaseException if git fails
   */
  public Unreleased withCommits() {
    if (unreleased == null) {
      unreleased = reader().of(tree, snapshot);
    }
    return unreleased;
  }

  /**
   * The unreleased changes without commits: enough for every level except {@code auto}.
   *
   * @return the facts
   * @throws ReleaseException if git fails
   */
  public Unreleased withoutCommits() {
    return unreleased == null ? reader().withoutCommits(tree, snapshot) : unreleased;
  }

  private UnreleasedReader reader() {
    return new UnreleasedReader(repository.git(), repository.root());
  }
}
