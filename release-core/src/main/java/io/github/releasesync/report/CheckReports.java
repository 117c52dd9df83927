package io.github.releasesync.report;

import io.github.releasesync.files.OutputDirectory;
import io.github.releasesync.goal.CheckResult;
import io.github.releasesync.problem.ReleaseException;

/** The report files of check for programs. */
public final class CheckReports {

  private CheckReports() {}

  /**
   * Writes check.json and check.sarif.
   *
   * @param result the result of a check
   * @param output the folder for reports
   * @param version the version of this library
   * @param wording the notation of commands
   * @return path of check.json, for messages
   * @throws ReleaseException if a report cannot be written
   */
  public static String write(
      CheckResult result, OutputDirectory output, String version, Wording wording) {
    String path = output.write("check.json", CheckJson.write(result.assessment(), wording));
    output.write(
        "check.sarif", CheckSarif.write(result.assessment(), result.folder(), version, wording));
    return path;
  }
}
