package io.github.releasesync.history;

import io.github.releasesync.git.GitRepository;
import io.github.releasesync.project.Group;
import io.github.releasesync.project.GroupRelease;
import io.github.releasesync.project.GroupTags;
import io.github.releasesync.project.Workspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what happened since the last releases: the commits that none of a group's tags reach. */
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
   * Reads. Git is called once for each distinct set of tags, and only goes back as far as they are.
   *
   * @param workspace the packages of today
   * @param tags all groups with their releases; where there is only one group, all commits count
   *     for it
   * @return what changed, by the group's name; without groups that have no release
   */
  public Map<String, Changes> since(Workspace workspace, List<GroupTags> tags) {
    List<Group> groups = tags.stream().map(GroupTags::group).toList();
    Ownership ownership = new Ownership(workspace, groups, root.equals(repository.workTree()));
    Map<Set<String>, List<Changes>> byRange = new HashMap<>();
    Map<String, Changes> changes = new LinkedHashMap<>();
    for (int i = 0; i < tags.size(); i++) {
      Set<String> released = commits(tags.get(i));
      if (!released.isEmpty()) {
        List<Changes> ofAll =
            byRange.computeIfAbsent(released, r -> read(ownership, r, groups.size()));
        changes.put(groups.get(i).name(), ofAll.get(i));
      }
    }
    return changes;
  }

  private static Set<String> commits(GroupTags tags) {
    return tags.releases().stream()
        .map(GroupRelease::tag)
        .map(tag -> tag.commit())
        .collect(Collectors.toSet());
  }

  private List<Changes> read(Ownership ownership, Set<String> released, int groups) {
    CommitRange range = new CommitRange(ownership::owners);
    repository.commitsSince(
        released, ownership.needsPaths() ? Optional.of(root) : Optional.empty(), range::add);
    return range.changes(groups);
  }
}
