package io.github.releasesync.plan;

import io.github.releasesync.git.GitAnswer;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.Tag;
import io.github.releasesync.history.Changes;
import io.github.releasesync.history.HistoryReader;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.GroupTags;
import io.github.releasesync.project.Groups;
import io.github.releasesync.project.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gathers what was not released yet: packages, tags, and the commits since. Reads only. */
public final class UnreleasedReader {

  private final GitAnswer git;
  private final Path root;

  /**
   * A reader.
   *
   * @param git what git said of the root, or of a folder in the same work tree
   * @param root real path of the root
   */
  public UnreleasedReader(GitAnswer git, Path root) {
    this.git = git;
    this.root = root;
  }

  /**
   * Gathers everything.
   *
   * @param settings what is configured
   * @return the facts
   */
  public Unreleased read(Settings settings) {
    List<Tag> all = git instanceof GitRepository repository ? repository.tags() : List.of();
    SnapshotReader reader =
        new SnapshotReader(git, root, repository -> RecentTags.of(repository, all));
    Snapshot snapshot = reader.read(reader.tree(), settings);
    List<GroupTags> groups =
        snapshot.tagsOf(Groups.of(snapshot.workspace(), snapshot.past(), settings.groups()));
    Map<String, Changes> changes = Map.of();
    boolean whole = false;
    if (git instanceof GitRepository repository) {
      changes = new HistoryReader(repository, root).since(snapshot.workspace(), groups);
      whole =
          !repository.isShallow()
              && snapshot.circumstances().stream()
                  .noneMatch(problem -> problem.code() == Code.NOT_A_REPOSITORY);
    }
    List<Problem> problems = new ArrayList<>(snapshot.circumstances());
    snapshot.workspace().problems().stream()
        .filter(problem -> problem.severity() != Severity.INFO)
        // Whether the tree is right is what check says; here it only means that something is
        // missing.
        .map(problem -> problem.withSeverity(Severity.WARNING))
        .forEach(problems::add);
    return new Unreleased(
        snapshot.workspace(),
        groups,
        changes,
        all.stream().map(Tag::name).toList(),
        whole,
        List.copyOf(problems));
  }
}
