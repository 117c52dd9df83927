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
 * @param sync the number of findings that sync fixes
 * @param interrupted a notice of an interrupted run, if there was one
 * @param sources the text of a file by its path from the root, for quotes in reports; empty if it
 *     cannot be read
 * @param folder path of the root from the top of its git work tree; empty for the top
 * @param report path of check.json, relative to the root if it is below it; empty if none was
 *     written
 * @param failed whether a finding has at least the severity that fails
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
   * This result with a report.
   *
   * @param path path of check.json
   * @return the result
   */
  public CheckResult withReport(String path) {
    return new CheckResult(
        assessment, sync, interrupted, sources, folder, Optional.of(path), failed);
  }
}
