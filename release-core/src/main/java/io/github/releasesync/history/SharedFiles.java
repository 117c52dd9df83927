package io.github.releasesync.history;

import io.github.releasesync.manifest.cargo.WorkspaceChange;
import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.project.workspace.CargoRoot;
import io.github.releasesync.project.workspace.CrateFacts;
import io.github.releasesync.project.workspace.Lock;
import io.github.releasesync.project.workspace.LockGraph;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files that belong to no package alone: the {@code Cargo.toml} of a workspace and the locks.
 * Which packages a change of one is about follows from its contents.
 */
final class SharedFiles {

  /** A file as it was at a commit. */
  sealed interface Content {
    /** A manifest. */
    record Manifest(SourceText text) implements Content {}

    /** A lock. */
    record Locked(LockGraph graph) implements Content {}
  }

  private final Workspace workspace;
  private final Map<String, CargoRoot> manifests = new HashMap<>();
  private final Map<String, Map<String, List<Package>>> locks = new HashMap<>();
  private final LockGraph.Reader reader = new LockGraph.Reader();

  SharedFiles(Workspace workspace) {
    this.workspace = workspace;
    for (CargoRoot root : workspace.cargoRoots()) {
      String manifest = root.folder().isEmpty() ? "Cargo.toml" : root.folder() + "/Cargo.toml";
      boolean alone = root.crates().size() == 1 && root.crates().get(0).manifest().equals(manifest);
      if (!alone) {
        manifests.put(manifest, root);
        root.lock().ifPresent(lock -> root.crates().forEach(crate -> add(lock, crate)));
      }
    }
    for (Lock lock : workspace.locks()) {
      boolean several = lock.entries().size() > 1 || locks.containsKey(lock.file());
      if (several && !lock.ignored()) {
        lock.entries().forEach(entry -> add(lock.file(), entry.owner()));
      }
    }
  }

  private void add(String lock, Package p) {
    List<Package> named =
        locks
            .computeIfAbsent(lock, l -> new HashMap<>())
            .computeIfAbsent(
                lock.endsWith("uv.lock") ? ProjectName.normalize(p.name()) : p.name(),
                n -> new ArrayList<>());
    if (!named.contains(p)) {
      named.add(p);
    }
  }

  boolean contains(String path) {
    return manifests.containsKey(path) || isLock(path);
  }

  boolean isLock(String path) {
    return locks.containsKey(path);
  }

  /** The content of one of the files. */
  Content read(String path, byte[] bytes) {
    return isLock(path)
        ? new Content.Locked(reader.read(new String(bytes, StandardCharsets.UTF_8)))
        : new Content.Manifest(SourceText.decode(path, bytes));
  }

  /** All packages that a file is shared by. */
  List<Package> sharing(String path) {
    return isLock(path)
        ? locks.get(path).values().stream().flatMap(List::stream).toList()
        : manifests.get(path).crates();
  }

  /**
   * The packages that a change is about. A lock that is new or was deleted is about none: nothing
   * says what was locked otherwise.
   */
  List<Package> changed(String path, Optional<Content> before, Optional<Content> after) {
    return isLock(path) ? changedInLock(path, before, after) : changedHere(path, before, after);
  }

  private List<Package> changedInLock(
      String path, Optional<Content> before, Optional<Content> after) {
    Map<String, List<Package>> owners = locks.get(path);
    if (!(before.orElse(null) instanceof Content.Locked then)
        || !(after.orElse(null) instanceof Content.Locked now)) {
      return List.of();
    }
    return LockGraph.changed(then.graph(), now.graph(), owners.keySet()).stream()
        .flatMap(name -> owners.get(name).stream())
        .toList();
  }

  private List<Package> changedHere(
      String path, Optional<Content> before, Optional<Content> after) {
    CargoRoot root = manifests.get(path);
    WorkspaceChange change = WorkspaceChange.between(text(before), text(after));
    if (change.all()) {
      return root.crates();
    }
    return root.crates().stream()
        .filter(
            crate ->
                change.own() && crate.manifest().equals(path)
                    || inherited(crate).stream().anyMatch(change.shared()::contains))
        .toList();
  }

  private static Optional<SourceText> text(Optional<Content> content) {
    return content.map(c -> ((Content.Manifest) c).text());
  }

  private Set<String> inherited(Package crate) {
    return workspace.factsOf(crate).map(CrateFacts::inherited).orElse(Set.of());
  }
}
