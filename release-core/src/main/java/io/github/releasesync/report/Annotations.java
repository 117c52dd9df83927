package io.github.releasesync.report;

import io.github.releasesync.check.Assessment;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.text.Printable;
import java.util.ArrayList;
import java.util.List;

/**
 * Findings as workflow commands of GitHub Actions, which shows them at their lines in the diff of a
 * pull request. A command must begin its line.
 */
public final class Annotations {

  /** The most annotations of one level that GitHub shows for a step. */
  private static final int MOST_OF_A_LEVEL = 10;

  private static final int LONGEST_MESSAGE = 1_000;

  private Annotations() {}

  /**
   * The commands.
   *
   * @param assessment the groups and findings
   * @param folder path of the root in its repository; empty for the top
   * @param wording the notation of commands
   * @return a line for each finding, errors first, at most ten of each severity
   */
  public static List<String> of(Assessment assessment, String folder, Wording wording) {
    RepositoryPaths paths = new RepositoryPaths(folder);
    List<String> lines = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      assessment.findings().stream()
          .filter(finding -> finding.severity() == severity)
          .limit(MOST_OF_A_LEVEL)
          .map(finding -> line(finding, paths, wording))
          .forEach(lines::add);
    }
    return List.copyOf(lines);
  }

  private static String line(Problem finding, RepositoryPaths paths, Wording wording) {
    StringBuilder line = new StringBuilder("::" + command(finding.severity()) + " ");
    String file = paths.of(finding.place().file());
    if (!finding.place().file().equals(".")) {
      line.append("file=").append(property(file)).append(',');
    }
    if (finding.place().line() > 0) {
      line.append("line=").append(finding.place().line()).append(',');
    }
    if (finding.place().column() > 0) {
      line.append("col=").append(finding.place().column()).append(',');
    }
    String message = finding.message() + "; " + wording.text(finding.help());
    return line.append("title=").append(finding.code().id()).append("::")
        + data(Printable.of(Shortened.to(LONGEST_MESSAGE, message)));
  }

  private static String command(Severity severity) {
    return severity == Severity.INFO ? "notice" : severity.word();
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
