package io.github.releasesync.goal;

import io.github.releasesync.check.ReactorRule;
import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.facts.SnapshotReader;
import io.github.releasesync.facts.UndecidedCrates;
import io.github.releasesync.git.Git;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.plan.Planner;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupChoice;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.store.BuiltArtifacts;
import io.github.releasesync.store.DistDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Creates the plan of a release from the tree and the built files. */
final class Planning {

  private final Git git;
  private final Path root;

  Planning(Git git, Path root) {
    this.git = git;
    this.root = root;
  }

  /** A plan and its artifacts. */
  record Planned(ReleasePlan plan, BuiltArtifacts built) {}

  /**
   * The plan.
   *
   * @param dist the folder of the artifacts
   * @throws ReleaseException if the group is ambiguous, nothing says whether a crate of it is
   *     released, the running Maven build has another version, a file is missing, or its registry
   *     would refuse a file
   */
  Planned plan(Settings settings, Optional<String> groupName, DistDirectory dist) {
    SnapshotReader reader = new SnapshotReader(git, root);
    Snapshot snapshot = reader.read(reader.tree(), settings);
    settings.requireIn(snapshot.workspace());
    List<Group> groups = snapshot.groups();
    Group group =
        groupName
            .map(name -> GroupChoice.named(groups, name))
            .or(() -> snapshot.followerAtHead(groups))
            .orElseGet(() -> GroupChoice.choose(groups, Optional.empty(), snapshot.tagsAtHead()));
    UndecidedCrates.requireNone(snapshot, group.members());
    ReactorRule.requireSame(snapshot, List.of(group));
    BuiltArtifacts built = dist.read();
    Planner planner = new Planner(snapshot.workspace(), group, settings);
    return new Planned(planner.plan(commit(), built.artifacts()), built);
  }

  /**
   * Refuses files that were built from another commit than the one that is checked out.
   *
   * @throws ReleaseException with {@link Code#ARTIFACTS_OF_ANOTHER_COMMIT}
   */
  void requireBuiltFromHead(DistDirectory dist) {
    dist.requireBuiltFrom(commit());
  }

  private String commit() {
    return git.open(root).repository().flatMap(GitRepository::head).orElse("");
  }
}
