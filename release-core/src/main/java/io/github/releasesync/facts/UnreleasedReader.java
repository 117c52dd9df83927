package io.github.releasesync.facts;

import io.github.releasesync.git.GitAnswer;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.Tag;
import io.github.releasesync.history.CommitSummary;
import io.github.releasesync.history.HistoryReader;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.group.SeparateFollower;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.project.tree.FileTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the unreleased changes: packages, tags and commits; changes nothing. */
public final class UnreleasedReader {

  private final GitAnswer git;
  private final Path root;

  /**
   * A reader.
   *
   * @param git the answer of git about the root, or about a folder in the same work tree
   * @param root real path of the root
   */
  public UnreleasedReader(GitAnswer git, Path root) {
    this.git = git;
    this.root = root;
  }

  /**
   * Reads all facts.
   *
   * @param settings the configuration
   * @return the facts
   */
  public Unreleased read(Settings settings) {
    List<Tag> all = git.repository().map(GitRepository::tags).orElse(List.of());
    SnapshotReader reader =
        new SnapshotReader(git, root, repository -> RecentTags.of(repository, all));
    FileTree tree = reader.tree();
    Snapshot snapshot =
        settings.copies().isEmpty()
            ? reader.read(tree, settings)
            : reader.readWithCopies(tree, settings);
    return of(tree, snapshot, all);
  }

  /**
   * Reads the rest of the facts for an existing snapshot.
   *
   * @param tree the files
   * @param snapshot the facts of the files
   * @return the facts
   */
  public Unreleased of(FileTree tree, Snapshot snapshot) {
    return of(tree, snapshot, git.repository().map(GitRepository::tags).orElse(List.of()));
  }

  /**
   * Reads the facts of versions only; no commit is read.
   *
   * @param tree the files
   * @param snapshot the facts of the files
   * @return the facts, as with an unknown history
   */
  public Unreleased withoutCommits(FileTree tree, Snapshot snapshot) {
    List<GroupTags> tags = snapshot.tagsOf(snapshot.groups());
    return new Unreleased(
        tree,
        snapshot,
        tags,
        followers(snapshot),
        Map.of(),
        git.repository().map(GitRepository::tagNames).orElse(List.of()),
        snapshot.settings().majorVersionZero(),
        false,
        List.of());
  }

  private static List<Unreleased.Follower> followers(Snapshot snapshot) {
    List<Group> groups = snapshot.groups();
    return SeparateFollower.in(groups).stream()
        .map(follower -> new Unreleased.Follower(follower, snapshot.tagsOf(groups, follower)))
        .toList();
  }

  private Unreleased of(FileTree tree, Snapshot snapshot, List<Tag> all) {
    List<GroupTags> tags = snapshot.tagsOf(snapshot.groups());
    List<Unreleased.Follower> followers = followers(snapshot);
    Map<Group, CommitSummary> changes = Map.of();
    boolean whole = false;
    if (git instanceof GitRepository repository) {
      changes =
          new HistoryReader(repository, root).since(snapshot.workspace(), lines(tags, followers));
      whole =
          !repository.isShallow()
              && snapshot.limitations().stream()
                  .noneMatch(problem -> problem.code() == Code.NOT_A_REPOSITORY);
    }
    List<Problem> problems = new ArrayList<>(snapshot.limitations());
    snapshot.workspace().problems().stream()
        .filter(problem -> problem.severity() != Severity.INFO)
        // Check reports errors of the tree; here they only mean that facts are missing.
        .map(problem -> problem.withSeverity(Severity.WARNING))
        .forEach(problems::add);
    return new Unreleased(
        tree,
        snapshot,
        tags,
        followers,
        changes,
        all.stream().map(Tag::name).toList(),
        snapshot.settings().majorVersionZero(),
        whole,
        List.copyOf(problems));
  }

  /** The units that may be released: groups, their cores, and separate followers. */
  private static List<GroupTags> lines(
      List<GroupTags> groups, List<Unreleased.Follower> followers) {
    List<GroupTags> lines = new ArrayList<>(groups);
    groups.stream()
        .filter(tags -> !tags.group().core().equals(tags.group()))
        .map(tags -> new GroupTags(tags.group().core(), tags.format(), tags.releases()))
        .forEach(lines::add);
    followers.forEach(follower -> lines.add(follower.tags()));
    return lines;
  }
}
