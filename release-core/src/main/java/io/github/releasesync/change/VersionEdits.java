package io.github.releasesync.change;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.manifest.cargo.CargoLock;
import io.github.releasesync.manifest.python.ProjectName;
import io.github.releasesync.manifest.python.UvLock;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.tree.EditedTree;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.workspace.Lock;
import io.github.releasesync.project.workspace.MavenReader;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.SiblingRequirement;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.project.workspace.WorkspaceReader;
import io.github.releasesync.text.Located;
import io.github.releasesync.text.SourceText;
import io.github.releasesync.text.TextEdit;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Pep440Version;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every edit that gives packages other versions: the places of the versions, the sibling
 * requirements, and the entries of locks. Nothing is written; the result was read again and holds.
 */
public final class VersionEdits {

  private final FileTree tree;
  private final Workspace workspace;
  private final Map<Package, String> targets;
  private final Map<Package, Group> groupOf = new HashMap<>();
  private final Set<TextEdit> edits = new LinkedHashSet<>();
  private final RequirementEdits requirements;

  private VersionEdits(
      FileTree tree, Snapshot snapshot, List<Group> groups, Map<Package, String> targets) {
    this.tree = tree;
    this.workspace = snapshot.workspace();
    this.targets = targets;
    this.requirements =
        new RequirementEdits(tree, new SiblingRequirements(groups, snapshot.settings().rules()));
    groups.forEach(group -> group.members().forEach(p -> groupOf.put(p, group)));
  }

  /**
   * The tree in which packages have other versions, and nothing else is different.
   *
   * @param tree the files as they are
   * @param snapshot the facts, with copies
   * @param groups which packages share a version
   * @param targets the new versions
   * @return the tree afterwards
   * @throws ReleaseException with {@link Code#VALUE_NOT_EDITABLE} if a value cannot be replaced,
   *     {@link Code#VERSION_SHARED} if another package would change too, {@link Code#EDIT_NOT_KEPT}
   *     if the result differs from the targets
   */
  public static EditedTree of(
      FileTree tree, Snapshot snapshot, List<Group> groups, TargetVersions targets) {
    VersionEdits edits = new VersionEdits(tree, snapshot, groups, targets.texts());
    edits.editLiterals();
    EditedTree literals = new EditedTree(tree, List.copyOf(edits.edits));
    Workspace bumped = new WorkspaceReader().read(literals);
    edits.requireKept(bumped);
    Map<String, Package> after = byManifest(bumped);
    edits.editRequirements(bumped, after);
    edits.editLocks(after);
    edits.editCopies(snapshot.withWorkspace(bumped));
    EditedTree whole = edits.ordered(new EditedTree(tree, List.copyOf(edits.edits)));
    edits.requireKept(new WorkspaceReader().read(whole));
    return whole;
  }

  private void editLiterals() {
    targets.forEach(
        (p, text) -> {
          Located<String> literal = p.literal().orElseThrow();
          MavenReader.composed(tree, p)
              .map(composed -> ComposedVersionEdits.of(tree, composed, text))
              .orElseGet(() -> List.of(new TextEdit(literal.place(), literal.value(), text)))
              .forEach(edit -> edit(edit.place(), edit.expected(), edit.replacement()));
        });
  }

  private void editRequirements(Workspace bumped, Map<String, Package> after) {
    List<SiblingRequirement> before = workspace.requirements();
    List<SiblingRequirement> then = bumped.requirements();
    boolean comparable = before.size() == then.size();
    for (int i = 0; i < before.size(); i++) {
      Package to = after.get(key(before.get(i).to()));
      boolean followed =
          comparable
              && RequirementEdits.isComputed(tree, before.get(i).requirement())
              && RequirementEdits.admits(then.get(i), to.version().orElse(""));
      if (!followed) {
        requirements.add(before.get(i), to);
      }
    }
    edits.addAll(requirements.edits());
  }

  private void editLocks(Map<String, Package> after) {
    for (Lock lock : workspace.locks()) {
      if (lock.ignored()) {
        continue;
      }
      Map<String, String> renamed = new HashMap<>();
      for (Lock.Entry entry : lock.entries()) {
        Package owner = after.get(key(entry.owner()));
        entry
            .locked()
            .filter(locked -> !says(lock.kind(), locked.value(), owner))
            .ifPresent(
                locked -> {
                  String text = locked(lock.kind(), owner);
                  edit(locked.place(), locked.value(), text);
                  String name = nameIn(lock.kind(), owner);
                  renamed.put(name + " " + locked.value(), name + " " + text);
                });
      }
      editInsideLock(lock, renamed, after);
    }
  }

  /** A lock names a version beside a name where two packages have the name, and uv in pins. */
  private void editInsideLock(Lock lock, Map<String, String> renamed, Map<String, Package> after) {
    SourceText text = tree.read(lock.file());
    if (lock.kind() == Lock.Kind.CARGO) {
      edits.addAll(CargoLock.dependencyEdits(text, renamed));
      return;
    }
    edits.addAll(UvLock.dependencyEdits(text, renamed));
    Map<String, String> versions = new HashMap<>();
    after.values().stream()
        .filter(p -> p.ecosystem() == Ecosystem.PYPI && p.version().isPresent())
        .forEach(p -> versions.put(ProjectName.normalize(p.name()), p.version().get()));
    for (UvLock.Pin pin : UvLock.pins(text)) {
      Optional.ofNullable(versions.get(pin.name()))
          .flatMap(version -> requirements.ofPin(pin, version))
          .filter(edit -> !edit.changesNothing())
          .ifPresent(edits::add);
    }
  }

  /** Cargo sorts entries with one name by version, so an edited entry may have to move. */
  private EditedTree ordered(EditedTree edited) {
    List<TextEdit> moves =
        workspace.locks().stream()
            .filter(lock -> lock.kind() == Lock.Kind.CARGO && !lock.ignored())
            .filter(lock -> edited.edited().containsKey(lock.file()))
            .flatMap(lock -> CargoLock.orderEdits(edited.read(lock.file())).stream())
            .toList();
    return moves.isEmpty() ? edited : edited.with(moves);
  }

  /**
   * The configured files that are no manifests; {@link ConfiguredCopies} determines their versions.
   */
  private void editCopies(Snapshot after) {
    ConfiguredCopies.differing(after, after.groups())
        .forEach(
            found -> {
              Located<String> version = found.copy().version();
              edit(version.place(), version.value(), found.expected());
            });
  }

  private static String nameIn(Lock.Kind kind, Package owner) {
    return kind == Lock.Kind.UV ? ProjectName.normalize(owner.name()) : owner.name();
  }

  private static boolean says(Lock.Kind kind, String locked, Package owner) {
    return locked.equals(locked(kind, owner));
  }

  private static String locked(Lock.Kind kind, Package owner) {
    String version = owner.version().orElse("0.0.0");
    if (kind == Lock.Kind.CARGO) {
      return version;
    }
    try {
      return Pep440Version.parse(version).toString();
    } catch (InvalidVersionException e) {
      return version;
    }
  }

  private void edit(Place place, String from, String to) {
    TextEdit edit = new TextEdit(place, from, to);
    if (!edit.changesNothing()) {
      edits.add(edit);
    }
  }

  /**
   * The new text is read again: each package has its target version, and all others have the old
   * one.
   */
  private void requireKept(Workspace after) {
    Map<String, Package> now = byManifest(after);
    Set<Place> edited = new HashSet<>();
    targets.keySet().forEach(p -> edited.add(p.place()));
    for (Package p : workspace.packages()) {
      Package then = now.get(key(p));
      if (then == null) {
        throw notKept(p, Optional.empty());
      }
      if (targets.containsKey(p)) {
        Optional<String> text = then.literal().map(Located::value);
        if (!text.equals(Optional.of(targets.get(p)))) {
          throw notKept(p, text);
        }
      } else if (!then.version().equals(p.version())) {
        requireShared(p, edited);
      }
    }
  }

  /** A package that is released with nothing may follow the text that it shares. */
  private void requireShared(Package p, Set<Place> edited) {
    if (!edited.contains(p.place())) {
      throw notKept(p, Optional.empty());
    }
    if (groupOf.containsKey(p)) {
      throw shared(p);
    }
  }

  private ReleaseException shared(Package p) {
    boolean together =
        targets.keySet().stream()
            .filter(target -> target.place().equals(p.place()))
            .anyMatch(target -> groupOf.get(target) == groupOf.get(p));
    return ReleaseException.of(
        Code.VERSION_SHARED,
        p.place(),
        "this is the version of "
            + p.id()
            + " too, which is "
            + (together ? "to keep it" : "of another group"),
        (together ? "bump their group" : "put both into one group")
            + ", or give "
            + p.id()
            + " a version of its own");
  }

  private ReleaseException notKept(Package p, Optional<String> is) {
    return ReleaseException.of(
        Code.EDIT_NOT_KEPT,
        p.place(),
        p.id()
            + " should say "
            + targets.getOrDefault(p, p.version().orElse("nothing"))
            + ", but says "
            + is.orElse("something else")
            + " after the edit",
        "nothing was changed; state the version plainly, without computing it");
  }

  private static Map<String, Package> byManifest(Workspace workspace) {
    Map<String, Package> packages = new HashMap<>();
    workspace.packages().forEach(p -> packages.put(key(p), p));
    return packages;
  }

  private static String key(Package p) {
    return p.manifest() + " " + p.id();
  }
}
