package io.github.releasesync.history;

import io.github.releasesync.changelog.ChangelogEntry;
import io.github.releasesync.changelog.CommitKinds;
import io.github.releasesync.git.Commit;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The changelog entries of the commits since a release: the entries of a changelog. */
public final class ReleaseEntries {

  private static final char SEPARATOR = '/';

  private final GitRepository repository;
  private final Path root;
  private final CommitKinds kinds;

  /**
   * Entries of a repository.
   *
   * @param repository the repository
   * @param root real path of the root, in its work tree
   * @param kinds the types of commits to list, with their headings
   */
  public ReleaseEntries(GitRepository repository, Path root, CommitKinds kinds) {
    this.repository = repository;
    this.root = root;
    this.kinds = kinds;
  }

  /**
   * Reads. Reverted commits are not listed, and neither are pure reverts.
   *
   * @param workspace the packages of today
   * @param groups all groups, as far as their members count
   * @param group the one of them that is released, by its name
   * @param released the commit of the release before
   * @return the entries, the newest first, each with the packages that its commit touched
   */
  public List<ChangelogEntry> since(
      Workspace workspace, List<Group> groups, Group group, String released) {
    Ownership ownership = new Ownership(workspace, groups, root.equals(repository.workTree()));
    List<CommitMessage> messages = new ArrayList<>();
    List<List<String>> touched = new ArrayList<>();
    Map<String, List<String>> byFolder = byFolder(group);
    CommitRange range =
        new OwnedCommits(repository, root, ownership)
            .since(
                released,
                true,
                commit -> {
                  messages.add(CommitMessage.of(commit));
                  touched.add(packages(commit, byFolder));
                });
    Reverts reverts = new Reverts(range.entries());
    int bit = groups.stream().map(Group::name).toList().indexOf(group.name());
    List<ChangelogEntry> entries = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      if (range.entries().get(i).owners().get(bit) && reverts.isTold(i)) {
        String id = range.entries().get(i).id();
        for (ConventionalCommit said : messages.get(i).entries()) {
          entry(said, id, touched.get(i)).ifPresent(entries::add);
        }
      }
    }
    return entries;
  }

  private Optional<ChangelogEntry> entry(
      ConventionalCommit said, String commit, List<String> packages) {
    return kinds
        .section(said.type(), said.breaking())
        .map(
            section ->
                ChangelogEntry.ofCommit(
                    section,
                    said.description(),
                    said.breakingDescription(),
                    said.scope(),
                    Set.of(),
                    commit,
                    packages));
  }

  private static Map<String, List<String>> byFolder(Group group) {
    Map<String, List<String>> byFolder = new HashMap<>();
    for (Package p : group.members()) {
      byFolder.computeIfAbsent(folder(p.manifest()), f -> new ArrayList<>()).add(p.id());
    }
    return byFolder;
  }

  /** The packages of the deepest folder above each file; none if a file is of no package. */
  private static List<String> packages(Commit commit, Map<String, List<String>> byFolder) {
    Set<String> packages = new LinkedHashSet<>();
    for (String path : commit.paths()) {
      String folder = folder(path);
      while (!folder.isEmpty() && !byFolder.containsKey(folder)) {
        folder = folder(folder);
      }
      packages.addAll(byFolder.getOrDefault(folder, List.of()));
    }
    return List.copyOf(packages);
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf(SEPARATOR);
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
