package io.github.releasesync.report;

import io.github.releasesync.goal.CheckResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Output of check for a CI service, if the environment names one. */
public final class ContinuousIntegrationOutput {

  /** Below the limit of GitHub, which drops step summaries larger than 1 MiB. */
  private static final int LARGEST_SUMMARY = 900 * 1024;

  private final Map<String, String> environment;
  private final Wording wording;

  /**
   * The output of a process.
   *
   * @param environment the variables of this process
   * @param wording the notation of commands
   */
  public ContinuousIntegrationOutput(Map<String, String> environment, Wording wording) {
    this.environment = environment;
    this.wording = wording;
  }

  /**
   * Annotations of the findings.
   *
   * @param result the result of a check
   * @return workflow commands for GitHub Actions, for standard output without a prefix; empty
   *     elsewhere
   */
  public List<String> annotations(CheckResult result) {
    return "true".equals(environment.get("GITHUB_ACTIONS"))
        ? Annotations.of(result.assessment(), result.folder(), wording)
        : List.of();
  }

  /**
   * Appends to the summary of the step, if there is one.
   *
   * @param result the result of a check
   * @param lastLine the last line of its text
   * @return a warning if it cannot be written, which does not fail the build
   */
  public Optional<ReportLine> summarize(CheckResult result, String lastLine) {
    String file = environment.getOrDefault("GITHUB_STEP_SUMMARY", "");
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path summary = Path.of(file);
      long written = Files.exists(summary) ? Files.size(summary) : 0;
      int left = (int) Math.max(0, LARGEST_SUMMARY - written);
      Files.writeString(
          summary,
          CheckMarkdown.write(result.assessment(), lastLine, left, wording),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.of(
          ReportLine.warning(
              "no step summary: GITHUB_STEP_SUMMARY names `"
                  + file
                  + "`, which cannot be written ("
                  + e.getClass().getSimpleName()
                  + ")"));
    }
  }
}
