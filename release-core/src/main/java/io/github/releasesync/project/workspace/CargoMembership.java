package io.github.releasesync.project.workspace;

import io.github.releasesync.manifest.cargo.CargoDependency;
import io.github.releasesync.manifest.cargo.CargoManifest;
import io.github.releasesync.manifest.cargo.CargoWorkspace;
import io.github.releasesync.manifest.cargo.Crate;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.FolderSet;
import io.github.releasesync.project.tree.Glob;
import io.github.releasesync.project.tree.ManifestNames;
import io.github.releasesync.project.tree.Problems;
import io.github.releasesync.project.tree.TreePath;
import io.github.releasesync.text.Located;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which crate belongs to which workspace. The rules are those of the Cargo book, "Workspaces": the
 * globs of {@code members}, the root package, and every path dependency below the root, except
 * those in {@code exclude}.
 */
final class CargoMembership {

  /** Each is compared with every folder, so their number is bounded; real workspaces have ten. */
  private static final int MOST_PATTERNS = 100;

  private static final int LONGEST_PATTERN = 1_000;

  private final FileTree tree;
  private final CargoManifests manifests;
  private final Problems problems;
  private final Map<String, Set<String>> membersByRoot = new TreeMap<>();
  private final Map<String, String> rootByMember = new LinkedHashMap<>();
  private final Map<String, Map<String, CargoDependency>> sharedByRoot = new HashMap<>();
  private final Map<String, FolderSet> named = new HashMap<>();
  private final Map<String, FolderSet> excluded = new HashMap<>();
  private final Set<String> leftOut = new TreeSet<>();

  private CargoMembership(FileTree tree, CargoManifests manifests, Problems problems) {
    this.tree = tree;
    this.manifests = manifests;
    this.problems = problems;
  }

  static CargoMembership of(FileTree tree, CargoManifests manifests, Problems problems) {
    CargoMembership membership = new CargoMembership(tree, manifests, problems);
    new TreeMap<>(manifests.loaded())
        .forEach(
            (folder, manifest) ->
                manifest.workspace().ifPresent(w -> membership.readMembers(folder, w)));
    List.copyOf(manifests.loaded().keySet()).forEach(membership::leaveOutOrphans);
    return membership;
  }

  /**
   * The folder of the workspace that a crate belongs to; its own for a crate outside of workspaces.
   */
  Optional<String> rootOf(String folder) {
    return Optional.ofNullable(rootByMember.get(folder));
  }

  /** Whether Cargo would load the crate in this folder, and it is the repository's own. */
  boolean isLoaded(String folder) {
    return !leftOut.contains(folder);
  }

  /** The members of the workspace at a folder; the crate itself outside of workspaces. */
  Set<String> members(String folder) {
    return membersByRoot.getOrDefault(folder, Set.of(folder));
  }

  /** Whether a Cargo.lock in this folder is one that Cargo uses. */
  boolean ownsLock(String folder) {
    return membersByRoot.containsKey(folder)
        || manifests.find(folder).isPresent() && isLoaded(folder) && rootOf(folder).isEmpty();
  }

  /** A dependency after inheritance, and the folder that its path starts from. */
  CrateReader.Resolved resolve(String folder, CargoDependency dependency) {
    String root = rootByMember.get(folder);
    if (!dependency.inherited() || root == null) {
      return new CrateReader.Resolved(folder, dependency);
    }
    CargoDependency shared = sharedByRoot.computeIfAbsent(root, this::shared).get(dependency.key());
    return shared == null
        ? new CrateReader.Resolved(folder, dependency)
        : new CrateReader.Resolved(root, shared);
  }

  /** The dependencies that members of a workspace may inherit, by key. */
  private Map<String, CargoDependency> shared(String root) {
    Map<String, CargoDependency> shared = new HashMap<>();
    workspaceAt(root).ifPresent(w -> w.dependencies().forEach(d -> shared.putIfAbsent(d.key(), d)));
    return shared;
  }

  private boolean hasCrate(String folder) {
    return manifests.find(folder).flatMap(CargoManifest::crate).isPresent();
  }

  private Optional<CargoWorkspace> workspaceAt(String folder) {
    return manifests.find(folder).flatMap(CargoManifest::workspace);
  }

  private void readMembers(String root, CargoWorkspace workspace) {
    Set<String> members = new TreeSet<>();
    membersByRoot.put(root, members);
    Deque<String> open = new ArrayDeque<>();
    if (hasCrate(root)) {
      open.add(root);
    }
    for (Located<String> pattern : distinctMembers(workspace)) {
      open.addAll(matching(root, workspace, pattern));
    }
    while (!open.isEmpty()) {
      String member = open.remove();
      if (members.add(member)) {
        rootByMember.putIfAbsent(member, root);
        open.addAll(pathDependenciesBelow(root, workspace, member));
      }
    }
  }

  /** The members, each once; patterns beyond the limit are a problem, and not used. */
  private List<Located<String>> distinctMembers(CargoWorkspace workspace) {
    Map<String, Located<String>> distinct = new LinkedHashMap<>();
    int patterns = 0;
    for (Located<String> member : workspace.members()) {
      boolean pattern = Glob.isPattern(member.value());
      if (pattern && member.value().length() > LONGEST_PATTERN) {
        problems.add(
            Code.MANIFEST_INVALID,
            member.place(),
            "a pattern of more than " + LONGEST_PATTERN + " characters: it is not used",
            "write a shorter one");
      } else if (distinct.putIfAbsent(member.value(), member) == null
          && pattern
          && ++patterns > MOST_PATTERNS) {
        problems.add(
            Code.MANIFEST_INVALID,
            member.place(),
            "more than " + MOST_PATTERNS + " patterns in `members`: further patterns are not used",
            "name the members, or write fewer patterns");
        distinct.remove(member.value());
        break;
      }
    }
    return List.copyOf(distinct.values());
  }

  private List<String> matching(String root, CargoWorkspace workspace, Located<String> pattern) {
    Optional<String> path = TreePath.resolve(root, pattern.value());
    if (path.isEmpty()) {
      problems.add(
          Code.MEMBER_MISSING,
          pattern.place(),
          "member `" + pattern.value() + "` leaves the repository",
          "name only folders inside the repository");
      return List.of();
    }
    if (!Glob.isPattern(path.get())) {
      return explicit(path.get(), pattern);
    }
    Glob glob = Glob.of(path.get());
    requireManifests(root, workspace, path.get(), pattern);
    return manifests.folders().stream()
        .filter(glob::matches)
        .filter(this::hasCrate)
        .filter(folder -> !isExcluded(root, workspace, folder))
        .toList();
  }

  /**
   * Cargo 1.95 treats a pattern without a match as the name of a folder, and refuses every matching
   * folder without a manifest; files are passed over.
   */
  private void requireManifests(
      String root, CargoWorkspace workspace, String path, Located<String> pattern) {
    Optional<List<String>> entries = tree.entries(path);
    if (entries.isEmpty() || tree.leavesOut(Glob.of(TreePath.in(path, ManifestNames.CARGO)))) {
      return;
    }
    if (entries.get().isEmpty()) {
      problems.add(
          Code.MEMBER_MISSING,
          pattern.place(),
          "member `"
              + pattern.value()
              + "` matches nothing, and Cargo then looks for a folder"
              + " with that name",
          "add a crate there, or remove the member");
    }
    entries.get().stream()
        .filter(folder -> !manifests.folders().contains(folder))
        .filter(folder -> !TreePath.isGenerated(folder + "/x") && !isHidden(folder))
        .filter(folder -> !isExcluded(root, workspace, folder))
        .filter(folder -> !tree.exists(CargoManifests.path(folder)) && tree.hasFiles(folder))
        .forEach(
            folder ->
                problems.add(
                    Code.MEMBER_MISSING,
                    pattern.place(),
                    "member `"
                        + pattern.value()
                        + "` matches "
                        + folder
                        + ", which has no Cargo.toml",
                    "name " + folder + " in `exclude`, or make it a crate"));
  }

  /** Hidden folders such as .github; Cargo refuses them too. */
  private static boolean isHidden(String folder) {
    return TreePath.name(folder).startsWith(".");
  }

  private List<String> explicit(String folder, Located<String> member) {
    if (manifests.find(folder).isPresent()) {
      return hasCrate(folder) ? List.of(folder) : List.of();
    }
    String file = CargoManifests.path(folder);
    if (manifests.isUnreadable(folder) || tree.isNotCheckedOut(file)) {
      return List.of();
    }
    if (!tree.exists(file)) {
      problems.add(
          Code.MEMBER_MISSING,
          member.place(),
          "member `" + member.value() + "` has no Cargo.toml that git tracks",
          "add " + file + " to git, or remove the member");
      return List.of();
    }
    return behindLinks(file, member);
  }

  /** A member that git does not list, but the disk has: below a link, ignored or of a submodule. */
  private List<String> behindLinks(String file, Located<String> member) {
    Optional<String> real = tree.behindLinks(file);
    if (real.isEmpty()) {
      problems.add(
          Code.FILE_UNREADABLE,
          member.place(),
          "member `" + member.value() + "` is a link that leads out of the repository",
          "replace the link with the folder");
      return List.of();
    }
    String folder = TreePath.folder(real.get());
    if (!real.get().equals(file) && manifests.find(folder).isPresent()) {
      return hasCrate(folder) ? List.of(folder) : List.of();
    }
    problems.add(
        Code.MANIFEST_LEFT_OUT,
        member.place(),
        "left out: member `" + member.value() + "` is ignored by git, or of a submodule",
        "check a submodule in its own repository");
    return List.of();
  }

  private List<String> pathDependenciesBelow(String root, CargoWorkspace workspace, String member) {
    rootByMember.putIfAbsent(member, root);
    return manifests.find(member).orElseThrow().dependencies().stream()
        .map(d -> resolve(member, d))
        .flatMap(
            r ->
                r.dependency().path().stream()
                    .flatMap(path -> TreePath.resolve(r.folder(), path.value()).stream()))
        .filter(folder -> TreePath.isBelow(folder, root))
        .filter(this::hasCrate)
        .filter(folder -> folder.equals(root) || workspaceAt(folder).isEmpty())
        .filter(folder -> !isExcluded(root, workspace, folder))
        .toList();
  }

  /** A folder below an excluded one, unless a member names it or a folder above it literally. */
  private boolean isExcluded(String root, CargoWorkspace workspace, String folder) {
    return excluded.computeIfAbsent(root, r -> FolderSet.of(r, workspace.exclude())).covers(folder)
        && !named.computeIfAbsent(root, r -> FolderSet.of(r, workspace.members())).covers(folder);
  }

  /** Cargo refuses a crate that lies below a workspace and is neither member nor excluded. */
  private void leaveOutOrphans(String folder) {
    CargoManifest manifest = manifests.find(folder).orElseThrow();
    if (manifest.workspace().isPresent()
        || manifest.crate().isEmpty()
        || rootByMember.containsKey(folder)) {
      return;
    }
    Optional<String> claimed =
        manifest
            .crate()
            .flatMap(Crate::workspacePath)
            .flatMap(p -> TreePath.resolve(folder, p.value()))
            .or(() -> workspaceAbove(folder));
    claimed.ifPresent(root -> leaveOut(folder, root));
  }

  private void leaveOut(String folder, String root) {
    leftOut.add(folder);
    String file = TreePath.in(root, ManifestNames.CARGO);
    problems.add(
        Code.MANIFEST_LEFT_OUT,
        Place.of(TreePath.in(folder, ManifestNames.CARGO)),
        "left out: neither a member of " + file + " nor excluded there, so Cargo refuses it",
        "add it to `members` or to `exclude` of " + file);
  }

  private Optional<String> workspaceAbove(String folder) {
    String above = folder;
    while (!above.isEmpty()) {
      above = TreePath.folder(above);
      String root = above;
      Optional<CargoWorkspace> workspace = workspaceAt(root);
      if (workspace.isPresent() && !isExcluded(root, workspace.get(), folder)) {
        return Optional.of(root);
      }
    }
    return Optional.empty();
  }
}
