package io.github.releasesync.goal;

import io.github.releasesync.check.Assessment;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.report.Annotations;
import io.github.releasesync.report.CheckMarkdown;
import io.github.releasesync.report.ReportLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a CI service is told, where the environment says that one listens. */
public final class ContinuousIntegrationOutput {

  /** GitHub drops a summary of a step that is larger than 1 MiB. */
  private static final int LARGEST_SUMMARY = 900 * 1024;

  private final Map<String, String> environment;

  public ContinuousIntegrationOutput(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Workflow commands for GitHub Actions; none elsewhere. */
  public List<String> annotations(Assessment assessment, String folder) {
    return "true".equals(environment.get("GITHUB_ACTIONS"))
        ? Annotations.of(assessment, folder)
        : List.of();
  }

  /**
   * Appends to the summary of the step, where there is one.
   *
   * @return what to say if that cannot be done: it is no reason to fail a build
   */
  public Optional<ReportLine> summarize(Assessment assessment, String lastLine) {
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
          CheckMarkdown.write(assessment, lastLine, left),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.of(
          new ReportLine(
              Severity.WARNING,
              "no step summary: GITHUB_STEP_SUMMARY names `"
                  + file
                  + "`, which cannot be written ("
                  + e.getClass().getSimpleName()
                  + ")"));
    }
  }
}
