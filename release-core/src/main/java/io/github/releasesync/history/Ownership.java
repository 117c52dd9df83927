package io.github.releasesync.history;

import io.github.releasesync.git.Commit;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.workspace.Lock;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which groups a commit counts for. A file is of the packages in the deepest folder above it that
 * has any. A parent POM that states versions also belongs to all packages that have them. The
 * {@code Cargo.toml} of a workspace, {@code Cargo.lock} and {@code uv.lock} belong to those that a
 * change is about.
 */
final class Ownership {

  private final List<Group> groups;
  private final boolean paths;
  private final boolean emptyCounts;
  private final BitSet everybody = new BitSet();
  private final Map<Package, BitSet> groupsOf = new HashMap<>();
  private final Map<String, BitSet> byFolder = new HashMap<>();
  private final Map<String, BitSet> byFile = new HashMap<>();
  private final SharedFiles shared;

  /**
   * The state before any commit.
   *
   * @param workspace the packages of today
   * @param groups all groups, in the order of the bits; a package may be in several
   * @param top whether the root is the top of the work tree, so that a commit without files there
   *     has none at all
   */
  Ownership(Workspace workspace, List<Group> groups, boolean top) {
    this.groups = groups;
    this.paths = groups.size() > 1 || !top;
    this.emptyCounts = top;
    everybody.set(0, groups.size());
    for (int i = 0; i < groups.size(); i++) {
      for (Package member : groups.get(i).members()) {
        groupsOf.computeIfAbsent(member, m -> new BitSet()).set(i);
      }
    }
    for (Package p : workspace.packages()) {
      add(byFolder, folder(p.manifest()), p);
      p.literal().ifPresent(literal -> add(byFile, literal.place().file(), p));
    }
    for (Lock lock : workspace.locks()) {
      lock.entries().forEach(entry -> add(byFile, lock.file(), entry.owner()));
    }
    this.shared = new SharedFiles(workspace);
  }

  private void add(Map<String, BitSet> map, String key, Package p) {
    BitSet owners = map.computeIfAbsent(key, k -> new BitSet());
    Optional.ofNullable(groupsOf.get(p)).ifPresent(owners::or);
  }

  /** Whether the files of commits have to be known. */
  boolean needsPaths() {
    return paths;
  }

  /** The files that are shared by packages, and their meaning. */
  SharedFiles shared() {
    return shared;
  }

  /** The shared files of a commit whose contents have to be compared. */
  List<String> sharedFiles(Commit commit) {
    return paths && groups.size() > 1
        ? commit.paths().stream().filter(shared::contains).toList()
        : List.of();
  }

  /** The groups of packages that a change of a shared file is about. */
  BitSet ownersOf(String sharedFile, List<Package> changed) {
    BitSet owners = new BitSet();
    for (Package p : changed) {
      Optional.ofNullable(groupsOf.get(p)).ifPresent(owners::or);
      if (p.manifest().equals(sharedFile)) {
        // What is built from the crate in the same folder is changed with it.
        Optional.ofNullable(byFolder.get(folder(sharedFile))).ifPresent(owners::or);
      }
    }
    return owners;
  }

  /**
   * The groups that a commit counts for, apart from shared files: all of them if it changes no
   * file, as markers do. Commits without files share it.
   */
  BitSet owners(Commit commit) {
    boolean marker = commit.paths().isEmpty() && emptyCounts && !commit.isMerge();
    if (!paths || marker || groups.size() == 1 && !commit.paths().isEmpty()) {
      return everybody;
    }
    BitSet owners = new BitSet();
    commit.paths().stream()
        .filter(path -> !shared.contains(path))
        .forEach(path -> owners.or(ownersOf(path)));
    return owners;
  }

  private BitSet ownersOf(String path) {
    BitSet owners = new BitSet();
    owners.or(byFile.getOrDefault(path, owners));
    String folder = folder(path);
    BitSet packages = byFolder.get(folder);
    while (packages == null && !folder.isEmpty()) {
      folder = folder(folder);
      packages = byFolder.get(folder);
    }
    if (packages != null) {
      owners.or(packages);
    }
    return owners;
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
