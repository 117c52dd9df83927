package io.github.releasesync.goal;

import io.github.releasesync.check.Assessment;
import io.github.releasesync.check.SyncPreview;
import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.facts.SnapshotReader;
import io.github.releasesync.facts.SourceRepository;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.tree.FileTree;
import java.util.Optional;

/** Applies every rule to a repository. */
public final class CheckGoal {

  /**
   * Checks a repository.
   *
   * @param repository the repository
   * @param interrupted a notice of an interrupted run, if there was one
   * @param request the severity that fails, and the severities of rules
   * @return the findings, and the number that sync fixes
   * @throws ReleaseException if the configuration is invalid, or git fails
   */
  public CheckResult run(
      SourceRepository repository, Optional<Help> interrupted, CheckRequest request) {
    SnapshotReader reader = new SnapshotReader(repository.git(), repository.root());
    FileTree tree = reader.tree();
    Snapshot snapshot = reader.readWithCopies(tree, request.settings().withRules(request.rules()));
    Assessment assessment = Assessment.of(snapshot).configured(request.rules());
    SyncPreview sync =
        SyncPreview.of(
            tree, snapshot, assessment, request.rules(), request.failOn().least(assessment));
    return new CheckResult(
        assessment,
        sync,
        interrupted,
        tree::find,
        reader.folderInRepository(),
        Optional.empty(),
        request.failOn().fails(assessment));
  }
}
