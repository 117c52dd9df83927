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

/**
 * The questions that {@link GitRepository} asks of a repository. Folders are real paths in the work
 * tree, commits are ids in full, paths have {@code /}. Every method throws {@link ReleaseException}
 * with {@link Code#GIT_FAILED} if the repository cannot be read.
 */
public interface GitReader {

  /**
   * Whether the user's own git answers, which could also write.
   *
   * @return false for a library
   */
  boolean isGitProgram();

  /**
   * Whether the repository may lack older contents.
   *
   * @return true for a partial clone
   */
  boolean isPartial();

  /**
   * When a commit was committed.
   *
   * @param commit the commit
   * @return the committer's time
   */
  Instant commitTime(String commit);

  /**
   * The paths below a folder that differ from HEAD, and the untracked ones.
   *
   * @param folder the folder
   * @return paths from the top of the work tree, sorted; an untracked folder ends with a slash
   */
  List<String> changes(Path folder);

  /**
   * The branch that is checked out.
   *
   * @return its name without {@code refs/heads/}; empty where HEAD is detached
   */
  Optional<String> branch();

  /**
   * The object that a name refers to.
   *
   * @param revision an expression of gitrevisions(7)
   * @return the id of the object; empty if there is none
   */
  Optional<String> resolve(String revision);

  /**
   * The message of a commit.
   *
   * @param commit the commit
   * @return subject and body as they were written, and a line end
   */
  String message(String commit);

  /**
   * The branches of remotes whose history contains a commit.
   *
   * @param commit the commit
   * @return names such as {@code origin/main}, sorted
   */
  List<String> remoteBranchesWith(String commit);

  /**
   * The commits that changed a file, of HEAD and its first parents.
   *
   * @param folder a folder
   * @param path the file, from there
   * @param most the maximum number
   * @return the newest first
   */
  List<String> commitsOf(Path folder, String path, int most);

  /**
   * The number of commits of a reference that HEAD does not have.
   *
   * @param reference such as {@code refs/remotes/origin/main}
   * @return their number
   */
  int behind(String reference);

  /**
   * The best common ancestor of two commits.
   *
   * @param one a commit
   * @param other another
   * @return its id; empty if their histories have nothing in common
   */
  Optional<String> mergeBase(String one, String other);

  /**
   * The number of commits of another history that HEAD does not have.
   *
   * @param commit the commit that the other history ends with
   * @return their number
   */
  int ahead(String commit);

  /**
   * Whether tracked files differ from HEAD.
   *
   * @param folder the folder that they are in
   * @param fileNames the names to compare, in whatever folder
   * @return true if one was changed or deleted, staged or not
   */
  boolean hasChanged(Path folder, Set<String> fileNames);

  /**
   * The files that git tracks or would track.
   *
   * @param folder a folder
   * @param fileNames the names to choose, in whatever folder; empty for all
   * @return paths from the folder
   */
  FileListing files(Path folder, Set<String> fileNames);

  /**
   * All tags, whatever they name.
   *
   * @return ordered by {@link Tag#NEWEST_FIRST}
   */
  List<Tag> tags();

  /**
   * The tags of commits in the history of a commit, itself included.
   *
   * @param commit the commit
   * @return ordered by {@link Tag#NEWEST_FIRST}
   */
  List<Tag> tagsReachableFrom(String commit);

  /**
   * Those of some tags that are in the history of a commit.
   *
   * @param commit the commit
   * @param tags tags of this repository
   * @return those of the commit's history, in the same order
   */
  List<Tag> reachable(String commit, List<Tag> tags);

  /**
   * The files of a commit.
   *
   * @param commit the commit
   * @param folder the folder that they are in; it need not have existed then
   * @return the files below that folder
   */
  CommitTree tree(String commit, Path folder);

  /**
   * Reads files of several commits. Each distinct content is read and converted once.
   *
   * @param folder the folder that the paths start from
   * @param files the files; paths without line ends
   * @param value converts a content, with one of the files that have it
   * @param <T> the kind of value
   * @return by file; without those that the commit does not have or that are larger than {@link
   *     CommitTree#SIZE_LIMIT}
   */
  <T> Map<PastFile, T> contents(
      Path folder, Collection<PastFile> files, BiFunction<PastFile, byte[], T> value);

  /**
   * Reads the commits that one has in its history and others have not, children before parents and
   * else the newest first.
   *
   * @param commit the commit
   * @param others the others
   * @param folder the folder below which changed files are reported; empty for no files
   * @param each receives every commit, perhaps in another thread
   */
  void commitsSince(
      String commit, Collection<String> others, Optional<Path> folder, Consumer<Commit> each);

  /**
   * The commits of another history that are missing in one, without merges and without those that
   * were picked.
   *
   * @param commit the commit whose history lacks them
   * @param other the commit that the other history ends with
   * @return the newest first
   */
  List<Commit> commitsMissing(String commit, String other);

  /**
   * The tracked text files that contain one of some texts, as they are in the work tree.
   *
   * @param folder the folder that they are in
   * @param texts the exact texts
   * @return paths from the folder, sorted
   */
  List<String> filesWithAnyOf(Path folder, Set<String> texts);
}
