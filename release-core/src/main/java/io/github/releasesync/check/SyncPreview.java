package io.github.releasesync.check;

import io.github.releasesync.change.TargetVersions;
import io.github.releasesync.change.VersionEdits;
import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.settings.RuleSpec;
import io.github.releasesync.project.tree.FileTree;
import java.util.List;
import java.util.Set;

/**
 * The findings of a check that a sync would fix.
 *
 * @param least the severity from which findings count
 * @param fixed the number of fixed findings
 * @param left the number of remaining findings
 */
public record SyncPreview(Severity least, long fixed, long left) {

  /** The codes that a sync can fix: it writes versions, requirements, locks and copies. */
  private static final Set<Code> MENDABLE =
      Set.of(
          Code.DRIFT,
          Code.DRIFT_SINCE_TAG,
          Code.NOT_CANONICAL,
          Code.POST_RELEASE_IN_CARGO,
          Code.PYTHON_DIFFERS_FROM_CRATE,
          Code.VERSION_INVALID,
          Code.CARGO_LOCK_STALE,
          Code.UV_LOCK_STALE,
          Code.REQUIREMENT_UNSATISFIED,
          Code.COPY_DIFFERS);

  /** A tree with more than these takes as long to sync as to check, for a last line. */
  private static final int MOST_TRIED = 1_000;

  /**
   * Syncs in memory and checks again: a sync may not fix all of them, and may refuse. It is not
   * tried if the check has no findings, if no counted finding can be fixed, or if a thousand could
   * be. It is not suggested if it would change the place of a suppressed finding.
   *
   * @param tree the files as they are
   * @param snapshot the facts, with copies
   * @param found the findings, as configured
   * @param rules the configured rules
   * @param least the severity from which findings count
   * @return the fixed findings; nothing where a sync refuses
   */
  public static SyncPreview of(
      FileTree tree, Snapshot snapshot, Assessment found, List<RuleSpec> rules, Severity least) {
    long before = count(found, least);
    long mendable =
        found.findings().stream().filter(f -> counts(f, least) && isMendable(f)).count();
    SyncPreview nothing = new SyncPreview(least, 0, before);
    if (found.verdict() == Verdict.IN_SYNC || mendable == 0 || mendable > MOST_TRIED) {
      return nothing;
    }
    Assessment after;
    try {
      snapshot.requireReadable();
      TargetVersions targets = TargetVersions.toFollow(found.groups(), snapshot.tagsAtHead());
      Snapshot synced = snapshot.written(VersionEdits.of(tree, snapshot, found.groups(), targets));
      after = Assessment.of(synced).configured(rules);
    } catch (ReleaseException e) {
      return nothing;
    }
    long left = count(after, least);
    boolean unasked = after.suppressed().size() < found.suppressed().size();
    return left >= before || unasked ? nothing : new SyncPreview(least, before - left, left);
  }

  /** If something is missing, such as an entry of a lock, there is no line to fix. */
  private static boolean isMendable(Problem finding) {
    return MENDABLE.contains(finding.code()) && finding.place().line() > 0;
  }

  private static long count(Assessment assessment, Severity least) {
    return assessment.findings().stream().filter(f -> counts(f, least)).count();
  }

  private static boolean counts(Problem finding, Severity least) {
    return finding.severity().compareTo(least) <= 0;
  }
}
