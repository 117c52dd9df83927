package io.github.releasesync.project.tree;

import io.github.releasesync.git.CommitTree;
import io.github.releasesync.manifest.cargo.CargoManifest;
import io.github.releasesync.manifest.maven.PomFile;
import io.github.releasesync.manifest.python.PyProject;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.SourceText;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files of the repository as a commit has them. Locks are not read: they are not read. Most
 * manifests are today what they were then: those are neither read nor parsed a second time.
 */
public final class PastTree implements FileTree {

  private static final Set<String> NAMES =
      Set.of(
          ManifestNames.CARGO,
          ManifestNames.PYPROJECT,
          ManifestNames.SETUP_CFG,
          ManifestNames.SETUP_PY,
          ManifestNames.POM);

  private final CommitTree commit;
  private final FileTree today;
  private final List<String> manifests;
  private final Set<String> unchanged;
  private final Map<String, byte[]> contents;

  /**
   * Reads all manifests of a commit at once.
   *
   * @param commit the commit's files below the root
   * @param today the files as they are now
   */
  public PastTree(CommitTree commit, FileTree today) {
    this.commit = commit;
    this.today = today;
    this.manifests =
        commit.files(NAMES).stream().filter(path -> !TreePath.isGenerated(path)).sorted().toList();
    this.unchanged = unchanged();
    this.contents =
        commit.read(manifests.stream().filter(path -> !unchanged.contains(path)).toList());
  }

  @Override
  public List<String> manifests() {
    return manifests;
  }

  @Override
  public boolean exists(String path) {
    return commit.has(path);
  }

  @Override
  public CargoManifest cargoManifest(String path) {
    return unchanged.contains(path)
        ? today.cargoManifest(path)
        : FileTree.super.cargoManifest(path);
  }

  @Override
  public PyProject pyProject(String path) {
    return unchanged.contains(path) ? today.pyProject(path) : FileTree.super.pyProject(path);
  }

  @Override
  public PomFile pom(String path) {
    return unchanged.contains(path) ? today.pom(path) : FileTree.super.pom(path);
  }

  @Override
  public boolean isOnDisk() {
    return false;
  }

  @Override
  public SourceText read(String path) {
    if (unchanged.contains(path)) {
      return today.read(path);
    }
    byte[] content = contents.get(path);
    if (content == null) {
      content = commit.read(List.of(path)).get(path);
    }
    if (content == null) {
      throw ReleaseException.of(
          Code.FILE_UNREADABLE, Place.of(path), "not in that commit", "nothing to do");
    }
    if (content.length > SizeLimit.of(path)) {
      throw ReleaseException.of(
          Code.FILE_UNREADABLE,
          Place.of(path),
          SizeLimit.exceeded(path, content.length),
          "nothing to do");
    }
    return SourceText.decode(path, content);
  }

  private Set<String> unchanged() {
    Set<String> now = new HashSet<>(today.manifests());
    return manifests.stream()
        .filter(path -> now.contains(path) && isUnchanged(path))
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isUnchanged(String path) {
    try {
      return commit.holds(path, today.read(path).bytes());
    } catch (ReleaseException e) {
      return false;
    }
  }
}
