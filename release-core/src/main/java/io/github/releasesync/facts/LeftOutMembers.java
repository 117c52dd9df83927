package io.github.releasesync.facts;

import io.github.releasesync.git.GitRepository;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.project.tree.FileTree;
import io.github.releasesync.project.tree.ManifestNames;
import io.github.releasesync.project.tree.PastTree;
import io.github.releasesync.project.tree.TreePath;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.text.ShellWord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Members of groups whose manifests git tracks and the work tree lacks, as in a sparse checkout: a
 * change of the group would leave them behind.
 */
final class LeftOutMembers {

  private final GitRepository repository;
  private final Path root;
  private final FileTree tree;
  private final Settings settings;

  LeftOutMembers(GitRepository repository, Path root, FileTree tree, Settings settings) {
    this.repository = repository;
    this.root = root;
    this.tree = tree;
    this.settings = settings;
  }

  /**
   * Makes sure that there are none.
   *
   * @param group the name of the group that is changed; empty for all that are here in part
   * @throws ReleaseException with {@link Code#MANIFEST_LEFT_OUT} that names one
   */
  void requireNone(Optional<String> group) {
    Set<String> left =
        repository.filesNotCheckedOut(root, ManifestNames.ALL).stream()
            .filter(path -> Files.notExists(root.resolve(path)))
            .collect(Collectors.toSet());
    Optional<String> head = repository.head();
    if (left.isEmpty() || head.isEmpty()) {
      return;
    }
    if (repository.isPartial()) {
      throw missing(left.stream().sorted().toList().get(0), "which a partial clone cannot read");
    }
    FileTree whole = new PastTree(repository.at(head.get(), root), tree);
    for (Group each : new SnapshotReader(repository, root).read(whole, settings).groups()) {
      boolean meant = group.map(each.name()::equals).orElseGet(() -> isHere(each, left));
      for (Package member : meant ? each.members() : List.<Package>of()) {
        if (left.contains(member.manifest())) {
          throw missing(
              member.manifest(), "and " + member.id() + " is of the group " + each.name());
        }
      }
    }
  }

  private static boolean isHere(Group group, Set<String> left) {
    return group.members().stream().anyMatch(p -> !left.contains(p.manifest()));
  }

  private static ReleaseException missing(String path, String why) {
    String folder = TreePath.folder(path);
    String file = ShellWord.of(path);
    return new ReleaseException(
        new Problem(
            Code.MANIFEST_LEFT_OUT,
            Severity.ERROR,
            Place.of(path),
            "git tracks this file, but it is not in the work tree, " + why,
            "git sparse-checkout add "
                + (folder.isEmpty() ? file : ShellWord.of(folder))
                + "; without a sparse checkout: git update-index --no-skip-worktree "
                + file
                + " && git restore "
                + file));
  }
}
