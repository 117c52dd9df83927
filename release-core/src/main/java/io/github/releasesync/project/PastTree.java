package io.github.releasesync.project;

import io.github.releasesync.git.CommitTree;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The files of the repository as a commit has them. Locks are not read: they are not asked for. */
public final class PastTree implements FileTree {

  private static final Set<String> NAMES =
      Set.of(
          CargoReader.MANIFEST,
          PythonReader.MANIFEST,
          PythonReader.SETUP_CFG,
          MavenReader.MANIFEST);

  private final CommitTree commit;
  private final List<String> manifests;
  private final Map<String, byte[]> contents;

  /**
   * Reads all manifests of a commit at once.
   *
   * @param commit the commit's files below the root
   */
  public PastTree(CommitTree commit) {
    this.commit = commit;
    this.manifests =
        commit.files(NAMES).stream().filter(path -> !TreePath.isGenerated(path)).sorted().toList();
    this.contents = commit.read(manifests);
  }

  @Override
  public List<String> manifests() {
    return manifests;
  }

  @Override
  public boolean exists(String path) {
    return contents.containsKey(path) || commit.read(List.of(path)).containsKey(path);
  }

  @Override
  public SourceText read(String path) {
    byte[] content = contents.get(path);
    if (content == null) {
      content = commit.read(List.of(path)).get(path);
    }
    if (content == null) {
      throw new ReleaseException(
          Problem.of(Code.FILE_UNREADABLE, Place.of(path), "not in that commit", "nothing to do"));
    }
    return SourceText.decode(path, content);
  }
}
