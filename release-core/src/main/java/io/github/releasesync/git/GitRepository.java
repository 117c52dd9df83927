package io.github.releasesync.git;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A work tree and its repository, as they were when opened: its branch, its tags and whether it is
 * partial are read once. Every method that asks git throws {@link ReleaseException} with {@link
 * Code#GIT_FAILED} if git fails. For one thread.
 */
public final class GitRepository implements GitAnswer {

  private static final Pattern COMMIT_ID = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");

  private final GitReader reader;
  private final Path workTree;
  private final boolean shallow;
  private final Optional<String> head;
  private Boolean partial;
  private List<Tag> tags;
  private Optional<String> branch;

  /**
   * A repository.
   *
   * @param reader answers what is asked of it
   * @param workTree the real path of its top folder
   * @param shallow whether history is truncated
   * @param head the commit that is checked out; empty before the first commit
   */
  public GitRepository(GitReader reader, Path workTree, boolean shallow, Optional<String> head) {
    this.reader = reader;
    this.workTree = workTree;
    this.shallow = shallow;
    this.head = head;
  }

  /**
   * The top folder of the work tree; of a linked work tree, its own.
   *
   * @return a real path
   */
  public Path workTree() {
    return workTree;
  }

  /**
   * Whether the user's own git reads it, and so could also change it.
   *
   * @return false where a library reads in its place
   */
  public boolean isReadByGit() {
    return reader.isGitProgram();
  }

  /**
   * Whether history is truncated. Tags beyond the limit are not available.
   *
   * @return true for a shallow clone
   */
  public boolean isShallow() {
    return shallow;
  }

  /**
   * Whether older contents may be missing. They are not fetched: reading them fails.
   *
   * @return true for a partial clone
   */
  public boolean isPartial() {
    if (partial == null) {
      partial = reader.isPartial();
    }
    return partial;
  }

  /**
   * Whether the repository has a commit.
   *
   * @return false before the first commit
   */
  public boolean hasCommits() {
    return head.isPresent();
  }

  /**
   * The commit that is checked out.
   *
   * @return its id in full; empty before the first commit
   */
  public Optional<String> head() {
    return head;
  }

  /**
   * When the commit that is checked out was committed.
   *
   * @return the committer's time; empty before the first commit
   */
  public Optional<Instant> headTime() {
    return head.map(reader::commitTime);
  }

  /**
   * The paths that differ from the commit that is checked out: changed, added, deleted and
   * untracked files, without those that git ignores.
   *
   * @param root a folder in the work tree; only paths below it are compared
   * @return paths from the top of the work tree with {@code /}, a folder with a final slash; empty
   *     for a clean tree
   * @throws IllegalArgumentException if the root is outside the work tree
   */
  public List<String> changes(Path root) {
    return reader.changes(inWorkTree(root));
  }

  /**
   * The branch that is checked out.
   *
   * @return its name without {@code refs/heads/}; empty where HEAD is detached
   */
  public Optional<String> branch() {
    if (branch == null) {
      branch = reader.branch();
    }
    return branch;
  }

  /**
   * All tags of the repository, whatever they name.
   *
   * @return names without {@code refs/tags/}
   */
  public List<String> tagNames() {
    return tags().stream().map(Tag::name).sorted().toList();
  }

  /**
   * The object that a name refers to.
   *
   * @param revision a reference or an expression of gitrevisions(7), such as {@code HEAD^1}
   * @return the id of the object in full; empty if there is none
   */
  public Optional<String> resolve(String revision) {
    return reader.resolve(revision);
  }

  /**
   * The message of a commit.
   *
   * @param commit its id in full
   * @return subject and body as they were written
   */
  public String message(String commit) {
    return reader.message(commit);
  }

  /**
   * The branches of remotes that contain a commit, as far as they were fetched.
   *
   * @param commit its id in full
   * @return names such as {@code origin/main}
   */
  public List<String> remoteBranchesWith(String commit) {
    return reader.remoteBranchesWith(commit);
  }

  /**
   * The commits that changed a file, each compared with its first parent; of HEAD and its first
   * parents only.
   *
   * @param root a folder in the work tree
   * @param path the file, from there
   * @param most the maximum number
   * @return ids in full, the newest first
   */
  public List<String> commitsOf(Path root, String path, int most) {
    return reader.commitsOf(inWorkTree(root), path, most);
  }

  /**
   * The number of commits of a reference that HEAD does not have.
   *
   * @param reference such as {@code refs/remotes/origin/main}
   * @return their number
   */
  public int behind(String reference) {
    return reader.behind(reference);
  }

  /**
   * Paths from the top of the work tree.
   *
   * @param root a folder in the work tree
   * @param paths from the root, with {@code /}
   * @return the same from the top of the work tree
   */
  public List<String> pathsOf(Path root, Collection<String> paths) {
    Path folder = workTree.relativize(inWorkTree(root));
    return paths.stream().map(p -> folder.resolve(p).toString().replace('\\', '/')).toList();
  }

  /**
   * Whether a tag points to the commit that is checked out.
   *
   * @param tag a tag
   * @return true if it does
   */
  public boolean isAtHead(Tag tag) {
    return head.isPresent() && head.get().equals(tag.commit());
  }

  /**
   * The files that git tracks or would track: files in the index, and files that are neither in the
   * index nor ignored. A tracked file that was deleted in the work tree is still named. Submodules
   * and nested repositories are not.
   *
   * @param root a folder in the work tree
   * @return paths from the root with {@code /}, sorted
   * @throws IllegalArgumentException if the root is outside the work tree
   */
  public List<String> files(Path root) {
    return List.copyOf(listing(root, Set.of()).files());
  }

  /**
   * Those of {@link #files(Path)} that have one of the given names, in whatever folder.
   *
   * @param root a folder in the work tree
   * @param fileNames names without folder, such as {@code Cargo.toml}; exact in case, {@code *} is
   *     for any characters
   * @return paths from the root with {@code /}, sorted
   * @throws IllegalArgumentException if the root is outside the work tree
   */
  public List<String> files(Path root, Set<String> fileNames) {
    return fileNames.isEmpty() ? List.of() : List.copyOf(listing(root, fileNames).files());
  }

  /**
   * Those of {@link #files(Path, Set)} that a sparse checkout leaves out of the work tree.
   *
   * @param root a folder in the work tree
   * @param fileNames names without folder; exact in case
   * @return paths from the root with {@code /}, sorted; empty where everything is checked out
   * @throws IllegalArgumentException if the root is outside the work tree
   */
  public List<String> filesNotCheckedOut(Path root, Set<String> fileNames) {
    return List.copyOf(listing(root, fileNames).notCheckedOut());
  }

  /**
   * The submodules that the index names.
   *
   * @param root a folder in the work tree
   * @return paths from the root with {@code /}, sorted
   * @throws IllegalArgumentException if the root is outside the work tree
   */
  public List<String> submodules(Path root) {
    return List.copyOf(listing(root, Set.of()).submodules());
  }

  /**
   * The tags of HEAD's history, HEAD included. Tags of other objects than commits are left out. Git
   * walks back to the oldest tag for it: see {@link #reachable} for some tags only.
   *
   * @return newest first by {@link Tag#created()}, then by name, the highest first
   */
  public List<Tag> tagsReachableFromHead() {
    return head.map(reader::tagsReachableFrom).orElse(List.of());
  }

  /**
   * All tags of commits, whether HEAD can reach them or not.
   *
   * @return newest first by {@link Tag#created()}, then by name, the highest first
   */
  public List<Tag> tags() {
    if (tags == null) {
      tags = reader.tags();
    }
    return tags;
  }

  /**
   * The files of a commit.
   *
   * @param commit its id in full
   * @param root a folder in the work tree; it need not have existed then
   * @return the files of the commit below that folder
   * @throws IllegalArgumentException if it is no commit id, or the root is outside the work tree
   */
  public CommitTree at(String commit, Path root) {
    if (!COMMIT_ID.matcher(commit).matches()) {
      throw new IllegalArgumentException("not a commit id: " + commit);
    }
    return reader.tree(commit, inWorkTree(root));
  }

  /**
   * Reads files of several commits, with two or three calls of git for all of them. Each distinct
   * content is converted once.
   *
   * @param root the folder in the work tree that the paths start from
   * @param files the files; paths without line ends
   * @param value converts a content, with one of the files that have it
   * @param <T> the kind of value
   * @return by file; without those that the commit does not have or that are too large
   * @throws IllegalArgumentException if the root is outside the work tree
   */
  public <T> Map<PastFile, T> contents(
      Path root, Collection<PastFile> files, BiFunction<PastFile, byte[], T> value) {
    return files.isEmpty() ? Map.of() : reader.contents(inWorkTree(root), files, value);
  }

  /**
   * Those of some tags that HEAD can reach. Git walks back no further than to the oldest of them.
   *
   * @param tags tags of this repository
   * @return those of HEAD's history, in the same order
   */
  public List<Tag> reachable(List<Tag> tags) {
    return head.map(commit -> reader.reachable(commit, tags)).orElse(List.of());
  }

  /**
   * The commit at which the history of another commit left that of HEAD.
   *
   * @param commit the id of a commit
   * @return the best common ancestor, in full; empty if there is none
   */
  public Optional<String> forkPoint(String commit) {
    return head.flatMap(own -> reader.mergeBase(own, commit));
  }

  /**
   * Whether a commit is in the history of another.
   *
   * @param ancestor the id of a commit
   * @param commit the id of another
   * @return true if it is, or is the same
   */
  public boolean isInHistoryOf(String ancestor, String commit) {
    return reader.mergeBase(ancestor, commit).filter(ancestor::equals).isPresent();
  }

  /**
   * The number of commits that another history has and HEAD's has not.
   *
   * @param commit the commit that the other history ends with
   * @return their number
   */
  public int ahead(String commit) {
    return reader.ahead(commit);
  }

  /**
   * Whether tracked files differ from the commit that is checked out.
   *
   * @param root a folder in the work tree; only files below it are compared
   * @param fileNames names of files without folder; exact in case
   * @return true if one of them was changed or deleted, staged or not
   */
  public boolean hasChanged(Path root, Set<String> fileNames) {
    return reader.hasChanged(inWorkTree(root), fileNames);
  }

  /**
   * Reads the commits of HEAD's history that are not in the histories of the given commits,
   * children before parents and else the newest first. One call of git, whose output is read while
   * it runs.
   *
   * @param others ids of commits, in full
   * @param root the folder below which changed files are reported, by path from there; empty for no
   *     files, which is faster
   * @param each receives every commit, in a separate thread
   * @throws IllegalArgumentException if the root is outside the work tree
   */
  public void commitsSince(Collection<String> others, Optional<Path> root, Consumer<Commit> each) {
    Optional<Path> folder = root.map(this::inWorkTree);
    head.ifPresent(commit -> reader.commitsSince(commit, others, folder, each));
  }

  /**
   * The commits of another history that HEAD's history has not: without merges, and without those
   * whose change it has too, by patch id or because a commit says that it was cherry-picked from
   * there.
   *
   * @param commit the commit that the other history ends with
   * @return the newest first
   */
  public List<Commit> commitsMissing(String commit) {
    return head.map(own -> reader.commitsMissing(own, commit)).orElse(List.of());
  }

  /**
   * The tracked text files that have one of some texts in them, as they are in the work tree.
   *
   * @param root a folder in the work tree
   * @param texts the exact texts to find; not empty
   * @return paths from the root with {@code /}, sorted
   * @throws IllegalArgumentException if the root is outside the work tree
   */
  public List<String> filesWithAnyOf(Path root, Set<String> texts) {
    return reader.filesWithAnyOf(inWorkTree(root), texts);
  }

  private FileListing listing(Path root, Set<String> fileNames) {
    return reader.files(inWorkTree(root), fileNames);
  }

  private Path inWorkTree(Path root) {
    Path real = Git.realPath(root);
    if (!real.startsWith(workTree)) {
      throw new IllegalArgumentException(root + " is outside " + workTree);
    }
    return real;
  }
}
