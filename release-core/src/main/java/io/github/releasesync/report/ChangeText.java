package io.github.releasesync.report;

import io.github.releasesync.goal.BumpResult;
import io.github.releasesync.goal.SyncResult;
import io.github.releasesync.prepare.Recovered;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.text.FileChange;
import io.github.releasesync.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The text of the goals that change versions. */
public final class ChangeText {

  private static final int SHORT_ID = 10;

  private ChangeText() {}

  /**
   * The text of the bump goal.
   *
   * @param result its result
   * @param wording the notation of commands
   * @return the text
   */
  public static Report of(BumpResult result, Wording wording) {
    List<ReportLine> lines = recovered(result.recovered(), wording);
    if (result.bumped().isEmpty()) {
      return new Report(
          lines,
          "Nothing else was bumped. Review it with `"
              + wording.git("diff")
              + "`, then commit it, or run this again to bump further",
          false);
    }
    result.bumped().stream().map(ReleaseLine::of).forEach(lines::add);
    result.dependents().stream().map(ReleaseLine::ofDependent).forEach(lines::add);
    lines.addAll(DiffText.lines(result.files(), wording));
    lines.addAll(left(result.left()));
    String done = "Bumped to " + result.bumped().get(0).version().text() + " in ";
    return new Report(
        lines,
        result.dryRun()
            ? preview(result.files(), wording)
            : done + count(result.files()) + toReview(result.files(), wording),
        false);
  }

  /**
   * The text of the sync goal.
   *
   * @param result its result
   * @param wording the notation of commands
   * @return the text
   */
  public static Report of(SyncResult result, Wording wording) {
    List<ReportLine> lines = recovered(result.recovered(), wording);
    lines.addAll(DiffText.lines(result.files(), wording));
    lines.addAll(left(result.left()));
    return new Report(lines, lastLine(result, wording), false);
  }

  private static String lastLine(SyncResult result, Wording wording) {
    if (result.files().isEmpty()) {
      return "Nothing to sync: every follower has the version of its lead";
    }
    if (result.dryRun()) {
      return preview(result.files(), wording);
    }
    return result
        .commit()
        .map(
            id ->
                "Synced and committed as "
                    + id.substring(0, SHORT_ID)
                    + ": "
                    + count(result.files()))
        .orElseGet(() -> "Synced " + count(result.files()) + toReview(result.files(), wording));
  }

  /** Lines about the recovered parts of an interrupted run. */
  static List<ReportLine> recovered(Recovered recovered, Wording wording) {
    List<ReportLine> lines = new ArrayList<>();
    recovered.notes().stream().map(ReportLine::warning).forEach(lines::add);
    recovered.left().map(wording::text).map(ReportLine::warning).ifPresent(lines::add);
    return lines;
  }

  /**
   * The last line of a dry run.
   *
   * @param files the files
   * @param wording the notation of options
   * @return the line
   */
  public static String preview(List<FileChange> files, Wording wording) {
    Help again =
        Help.of(
            "Would change " + count(files) + "; nothing was written. Run it without ",
            Option.named("dryRun"),
            " to do it");
    return wording.text(again);
  }

  /** A warning about errors that a change of versions does not fix, and the notes. */
  private static List<ReportLine> left(List<Problem> left) {
    List<ReportLine> lines = new ArrayList<>();
    String named =
        left.stream()
            .filter(p -> p.severity() == Severity.ERROR)
            .collect(Collectors.groupingBy(p -> p.code().id(), TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(e -> e.getKey() + (e.getValue() > 1 ? " x" + e.getValue() : ""))
            .collect(Collectors.joining(", "));
    if (!named.isEmpty()) {
      lines.add(
          ReportLine.warning(
              "check still reports errors that a version change does not fix: " + named));
    }
    left.stream()
        .filter(p -> p.severity() == Severity.INFO)
        .map(p -> ReportLine.info("not changed: " + p.place() + ": " + p.message()))
        .forEach(lines::add);
    return lines;
  }

  private static String toReview(List<FileChange> files, Wording wording) {
    String them = files.size() == 1 ? "it" : "them";
    return ". Review %s with `%s`, then commit %s".formatted(them, wording.git("diff"), them);
  }

  private static String count(List<FileChange> files) {
    return Words.count(files.size(), "file");
  }
}
