package io.github.releasesync.project.workspace;

import io.github.releasesync.manifest.cargo.CargoLock;
import io.github.releasesync.manifest.python.LockedProject;
import io.github.releasesync.manifest.python.UvLock;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.ManifestNames;
import io.github.releasesync.project.tree.Problems;
import io.github.releasesync.project.tree.TreePath;
import io.github.releasesync.text.Located;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the entries of the repository's own packages in lock files. */
public final class LockReader {

  private final FileTree tree;
  private final Problems problems;
  private final CrateReader cargo;
  private final Map<String, Package> projects;

  /**
   * A reader.
   *
   * @param projects the Python projects by folder
   */
  LockReader(FileTree tree, Problems problems, CrateReader cargo, Map<String, Package> projects) {
    this.tree = tree;
    this.problems = problems;
    this.cargo = cargo;
    this.projects = projects;
  }

  List<Lock> read() {
    List<Lock> locks = new ArrayList<>();
    for (String path : tree.manifests()) {
      if (TreePath.name(path).equals(ManifestNames.CARGO_LOCK)) {
        readCargoLock(path).ifPresent(locks::add);
      } else if (TreePath.name(path).equals(ManifestNames.UV_LOCK) && !TreePath.isForeign(path)) {
        readUvLock(path).ifPresent(locks::add);
      }
    }
    return locks;
  }

  private Optional<Lock> readCargoLock(String path) {
    String folder = TreePath.folder(path);
    if (!cargo.membership().ownsLock(folder)) {
      return Optional.of(new Lock(path, Lock.Kind.CARGO, true, List.of()));
    }
    return problems
        .attempt(() -> CargoLock.parse(tree.read(path)))
        .map(lock -> new Lock(path, Lock.Kind.CARGO, false, entries(folder, lock)));
  }

  private List<Lock.Entry> entries(String root, CargoLock lock) {
    Map<String, List<Located<String>>> versions = new HashMap<>();
    lock.crates().stream()
        .filter(crate -> crate.source().isEmpty())
        .forEach(
            crate ->
                versions
                    .computeIfAbsent(crate.name().value(), name -> new ArrayList<>())
                    .add(crate.version()));
    return locked(root).stream().flatMap(folder -> entry(root, versions, folder).stream()).toList();
  }

  /** The packages that Cargo resolves for a workspace: its members and all they reach by path. */
  private Set<String> locked(String root) {
    Set<String> reached = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(cargo.membership().members(root));
    while (!open.isEmpty()) {
      String folder = open.remove();
      if (cargo.crates().containsKey(folder) && reached.add(folder)) {
        open.addAll(cargo.pathDependencies(folder));
      }
    }
    return reached;
  }

  /**
   * The entry of a crate in a lock. An entry with a source is a registry's copy of that name, not
   * the crate in the tree. Members are always locked; a path dependency from elsewhere may be
   * optional.
   */
  private Optional<Lock.Entry> entry(
      String root, Map<String, List<Located<String>>> ownByName, String folder) {
    Package crate = cargo.crates().get(folder);
    List<Located<String>> versions = ownByName.getOrDefault(crate.name(), List.of());
    String own = crate.version().orElse("0.0.0");
    Optional<Located<String>> locked =
        versions.stream()
            .filter(v -> v.value().equals(own))
            .findFirst()
            .or(() -> versions.stream().findFirst());
    boolean member = cargo.membership().members(root).contains(folder);
    return member || locked.isPresent()
        ? Optional.of(new Lock.Entry(crate, member, locked))
        : Optional.empty();
  }

  private Optional<Lock> readUvLock(String path) {
    return problems
        .attempt(() -> UvLock.parse(tree.read(path)))
        .map(lock -> new Lock(path, Lock.Kind.UV, false, entries(TreePath.folder(path), lock)));
  }

  /** A project with a dynamic version has no version in its entry, or one that uv ignores. */
  private List<Lock.Entry> entries(String folder, UvLock lock) {
    List<Lock.Entry> entries = new ArrayList<>();
    for (LockedProject locked : lock.projects()) {
      locked
          .ownPath()
          .flatMap(own -> TreePath.resolve(folder, own))
          .map(projects::get)
          .filter(project -> project.source() == VersionSource.LITERAL)
          .ifPresent(project -> entries.add(new Lock.Entry(project, true, locked.version())));
    }
    return entries;
  }
}
