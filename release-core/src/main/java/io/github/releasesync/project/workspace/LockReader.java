package io.github.releasesync.project.workspace;

import io.github.releasesync.manifest.cargo.CargoLock;
import io.github.releasesync.manifest.python.LockedProject;
import io.github.releasesync.manifest.python.UvLock;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
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

  private static final String CARGO_UPDATES = "cargo update --workspace";
  private static final String UV_UPDATES = "uv lock";

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
    Optional<CargoLock> lock = problems.attempt(() -> CargoLock.parse(tree.read(path)));
    lock.filter(read -> !read.isKnown())
        .map(CargoLock::format)
        .ifPresent(
            format -> noteUnknown("version " + format.value(), format.place(), CARGO_UPDATES));
    return lock.filter(CargoLock::isKnown)
        .map(read -> new Lock(path, Lock.Kind.CARGO, false, entries(folder, read)));
  }

  /** A lock that only its own tool can keep right. */
  private void noteUnknown(String format, Place place, String command) {
    problems.add(
        Code.LOCK_FORMAT_UNKNOWN,
        place,
        TreePath.name(place.file())
            + " has "
            + format
            + " of its format, which is not known here: it is neither checked nor changed",
        "after a change of versions, run `" + command + "` in its folder");
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
    Optional<UvLock> lock = problems.attempt(() -> UvLock.parse(tree.read(path)));
    lock.flatMap(UvLock::unknown)
        .ifPresent(unknown -> noteUnknown(unknown.value(), unknown.place(), UV_UPDATES));
    return lock.filter(read -> read.unknown().isEmpty())
        .map(read -> new Lock(path, Lock.Kind.UV, false, entries(TreePath.folder(path), read)));
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
          .filter(project -> locked.version().isPresent() || isStatedInPyproject(project))
          .ifPresent(project -> entries.add(new Lock.Entry(project, true, locked.version())));
    }
    return entries;
  }

  /** uv has no version for a project whose setup.py or setup.cfg states it. */
  private static boolean isStatedInPyproject(Package project) {
    return TreePath.name(project.place().file()).equals(ManifestNames.PYPROJECT);
  }
}
