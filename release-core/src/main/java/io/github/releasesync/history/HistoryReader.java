package io.github.releasesync.history;

import io.github.releasesync.git.GitRepository;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.workspace.Workspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the changes since the last releases: the commits that the last release does not have. */
public final class HistoryReader {

  private final GitRepository repository;
  private final Path root;

  /**
   * A reader.
   *
   * @param repository the repository
   * @param root real path of the root, in its work tree
   */
  public HistoryReader(GitRepository repository, Path root) {
    this.repository = repository;
    this.root = root;
  }

  /**
   * Reads. Git is called once for each distinct commit of a last release, and goes back no further.
   *
   * @param workspace the packages of today
   * @param tags all groups with their releases, of which some may be parts of others; where there
   *     is only one, all commits count for it
   * @return the impact; without groups that have no release
   */
  public Map<Group, CommitSummary> since(Workspace workspace, List<GroupTags> tags) {
    List<Group> groups = tags.stream().map(GroupTags::group).toList();
    Ownership ownership = new Ownership(workspace, groups, root.equals(repository.workTree()));
    Map<String, List<CommitSummary>> byRelease = new HashMap<>();
    Map<Group, CommitSummary> changes = new LinkedHashMap<>();
    for (int i = 0; i < tags.size(); i++) {
      Optional<String> last = tags.get(i).last().map(release -> release.tag().commit());
      if (last.isPresent()) {
        List<CommitSummary> ofAll =
            byRelease.computeIfAbsent(last.get(), c -> read(ownership, c, groups.size()));
        changes.put(groups.get(i), ofAll.get(i));
      }
    }
    return changes;
  }

  private List<CommitSummary> read(Ownership ownership, String released, int groups) {
    return new OwnedCommits(repository, root, ownership)
        .since(released, ownership.needsPaths(), commit -> {})
        .changes(groups);
  }
}
