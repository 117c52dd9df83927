package io.github.releasesync.report;

import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.publish.ArtifactState;
import io.github.releasesync.publish.Outcome;
import io.github.releasesync.publish.Presence;
import io.github.releasesync.publish.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A release as a table: each artifact with its size, hash, state and duration. */
final class OutcomeText {

  private static final int SHOWN_OF_HASH = 12;

  private OutcomeText() {}

  /**
   * A plan before anything is sent.
   *
   * @param standing the position of each artifact and required package
   * @return lines for the terminal
   */
  static List<ReportLine> plan(Standing standing) {
    List<ReportLine> lines = heading(standing.plan());
    lines.addAll(
        table(
            standing.artifacts().stream()
                .map(a -> row(a.artifact(), words(a.presence()), ""))
                .toList()));
    if (!standing.required().isEmpty()) {
      lines.add(ReportLine.info(""));
      lines.add(ReportLine.info("    required, published by another tool:"));
      for (Standing.OfRequired one : standing.required()) {
        lines.add(ReportLine.info("    " + one.required().id() + "  " + words(one)));
      }
    }
    return lines;
  }

  private static String words(Presence presence) {
    return switch (presence) {
      case NOT_ASKED -> "not asked";
      case ABSENT -> "to be sent";
      case PRESENT, YANKED -> "already published";
      case DIFFERENT -> "different content already published";
      case UNKNOWN -> "unknown";
    };
  }

  /** The state of a package that another tool publishes. */
  private static String words(Standing.OfRequired one) {
    return switch (one.presence()) {
      case NOT_ASKED -> "not asked";
      case ABSENT -> "absent";
      case PRESENT, DIFFERENT -> "published";
      case YANKED -> "yanked";
      case UNKNOWN -> "unknown";
    };
  }

  /**
   * The outcome of a run.
   *
   * @param outcome the outcome
   * @param wording the notation of commands
   * @return lines for the terminal, without the last one
   */
  static List<ReportLine> outcome(Outcome outcome, Wording wording) {
    List<ReportLine> lines = heading(outcome.plan());
    List<Row> rows = new ArrayList<>();
    for (Outcome.Line line : outcome.artifacts()) {
      String sent = line.sends() > 1 ? "  sent " + line.sends() + " times" : "";
      boolean touched = line.state() != ArtifactState.PENDING;
      rows.add(row(line.artifact(), line.state().id(), touched ? seconds(line.took()) + sent : ""));
    }
    lines.addAll(table(rows));
    if (!outcome.window().isZero()) {
      lines.add(ReportLine.info(""));
      lines.add(
          ReportLine.info(
              "    from the first public file to the last: " + seconds(outcome.window())));
    }
    outcome.stopped().ifPresent(problem -> lines.addAll(stop(outcome, problem, wording)));
    return lines;
  }

  private static List<ReportLine> stop(Outcome outcome, Problem problem, Wording wording) {
    return List.of(
        ReportLine.info(""),
        error("error[" + problem.code().id() + "]: " + problem.message()),
        error(" --> " + problem.place()),
        error("  = state: " + outcome.state().label()),
        error("  = next: " + wording.text(problem.help())));
  }

  private static ReportLine error(String text) {
    return new ReportLine(Severity.ERROR, text);
  }

  private static List<ReportLine> heading(ReleasePlan plan) {
    List<ReportLine> lines = new ArrayList<>();
    lines.add(ReportLine.info(""));
    lines.add(
        ReportLine.info(
            "release "
                + plan.group()
                + " "
                + plan.version()
                + "  (plan "
                + plan.digest().hex().substring(0, SHOWN_OF_HASH)
                + ")"));
    return lines;
  }

  private static Row row(PlannedArtifact planned, String state, String time) {
    return new Row(
        planned.artifact().kind().word(),
        planned.artifact().filename(),
        size(planned.artifact().size()),
        planned.artifact().sha256().hex().substring(0, SHOWN_OF_HASH),
        state,
        time);
  }

  private static List<ReportLine> table(List<Row> rows) {
    int name = rows.stream().mapToInt(r -> r.filename().length()).max().orElse(1);
    int state = rows.stream().mapToInt(r -> r.state().length()).max().orElse(0) + 1;
    return rows.stream()
        .map(
            r ->
                String.format("    %-5s  %-" + name + "s  ", r.kind(), r.filename())
                    + String.format("%8s  %s  ", r.size(), r.hash())
                    + String.format("%-" + state + "s %s", r.state(), r.time()))
        .map(ReportLine::info)
        .toList();
  }

  private static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
  }

  private record Row(
      String kind, String filename, String size, String hash, String state, String time) {}
}
