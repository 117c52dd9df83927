package io.github.releasesync.goal;

import io.github.releasesync.check.Assessment;
import io.github.releasesync.check.SyncPreview;
import io.github.releasesync.problem.Help;
import io.github.releasesync.text.SourceText;
import java.util.Optional;
import java.util.function.Function;

/**
 * Result of the check goal.
 *
 * @param assessment groups and findings
 * @param sync how many findings sync fixes
 * @param interrupted what an interrupted run left, if one did
 * @param sources the text of a file by its path from the root, so that a report can quote it; empty
 *     where it cannot be read
 * @param folder path of the root from the top of its git work tree; empty at the top
 * @param report path of check.json, from the root where it is below it; empty if none was written
 * @param failed whether a finding is at least as severe as the request allows none to be
 */
public record CheckResult(
    Assessment assessment,
    SyncPreview sync,
    Optional<Help> interrupted,
    Function<String, Optional<SourceText>> sources,
    String folder,
    Optional<String> report,
    boolean failed) {

  /**
   * The same result with a report.
   *
   * @param path path of check.json
   * @return the result
   */
  public CheckResult withReport(String path) {
    return new CheckResult(
        assessment, sync, interrupted, sources, folder, Optional.of(path), failed);
  }
}
