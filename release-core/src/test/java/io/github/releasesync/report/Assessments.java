package io.github.releasesync.report;

import io.github.releasesync.check.Assessment;
import io.github.releasesync.check.Suppressed;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.workspace.Workspace;
import java.util.List;
import java.util.Map;

/** Assessments of an empty tree with given findings. */
final class Assessments {

  private Assessments() {}

  static Assessment of(Problem... findings) {
    return of(List.of(findings), List.of());
  }

  static Assessment of(List<Problem> findings, List<Suppressed> suppressed) {
    Workspace empty =
        new Workspace(
            List.of(), Map.of(), Map.of(), List.of(), Map.of(), List.of(), List.of(), List.of());
    return new Assessment(empty, List.of(), findings, suppressed);
  }
}
