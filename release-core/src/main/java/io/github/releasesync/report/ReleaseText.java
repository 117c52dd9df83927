package io.github.releasesync.report;

import io.github.releasesync.goal.PublishResult;
import io.github.releasesync.goal.RehearsalResult;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.plan.RequiredPackage;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.publish.Outcome;
import io.github.releasesync.rehearsal.ClientCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of the publish and rehearse goals. */
public final class ReleaseText {

  private ReleaseText() {}

  /**
   * The text of the publish goal.
   *
   * @param result its result
   * @param wording the notation of commands
   * @return the text
   */
  public static Report of(PublishResult result, Wording wording) {
    if (result instanceof PublishResult.Preview preview) {
      return new Report(
          OutcomeText.plan(preview.standing()),
          "Dry run: nothing was sent. Send it with " + wording.option(Option.of("live", "true")),
          false);
    }
    Outcome outcome = ((PublishResult.Run) result).done();
    String release = release(outcome.plan());
    return new Report(
        OutcomeText.outcome(outcome, wording),
        outcome.isDone()
            ? "Released " + release + ": every file was read back with its planned sha256"
            : release + " is not released yet: " + next(outcome, wording),
        result.failed());
  }

  /**
   * The text of the rehearse goal.
   *
   * @param result its result
   * @param wording the notation of commands
   * @return the text
   */
  public static Report of(RehearsalResult result, Wording wording) {
    if (result instanceof RehearsalResult.Checked checked) {
      return checked(checked, wording);
    }
    if (result instanceof RehearsalResult.Killed killed) {
      return new Report(
          List.of(),
          "Killed after record "
              + killed.record()
              + " of the journal, as requested: "
              + wording.text(killed.next()),
          true);
    }
    return rehearsed((RehearsalResult.Rehearsed) result, wording);
  }

  private static Report rehearsed(RehearsalResult.Rehearsed result, Wording wording) {
    Outcome outcome = result.run();
    List<ReportLine> lines = new ArrayList<>(OutcomeText.outcome(outcome, wording));
    if (!outcome.isDone()) {
      String stopped = "Stopped: " + outcome.state().label() + "; " + next(outcome, wording);
      return new Report(lines, stopped, true);
    }
    outcome.plan().required().stream().map(ReleaseText::notLookedFor).forEach(lines::add);
    result.clients().stream().map(ReleaseText::line).forEach(lines::add);
    String release = release(outcome.plan());
    return new Report(
        lines,
        result.clientsFailed()
            ? "The files of " + release + " are published, but a client cannot use them: see above"
            : "Rehearsed: "
                + release
                + " can be released, "
                + outcome.plan().artifacts().size()
                + " files",
        result.failed());
  }

  /** The lines of the check, and the missing tool. */
  private static Report checked(RehearsalResult.Checked result, Wording wording) {
    Report check = CheckText.of(result.check(), wording);
    Problem missing = result.missing();
    List<ReportLine> lines = new ArrayList<>(check.lines());
    lines.add(
        ReportLine.warning(
            "warning[%s]: %s; %s"
                .formatted(missing.code().id(), missing.message(), wording.text(missing.help()))));
    return new Report(
        lines,
        "Checked, not rehearsed: " + missing.message() + ". " + check.lastLine(),
        check.failed());
  }

  private static ReportLine notLookedFor(RequiredPackage required) {
    return line(
        new ClientCheck.Result(
            required.id(), Optional.empty(), "another tool publishes it, so it was not checked"));
  }

  private static ReportLine line(ClientCheck.Result result) {
    String mark = result.shown().map(ok -> ok ? "ok" : "FAILED").orElse("not tried");
    String detail = result.detail().isEmpty() ? "" : ": " + result.detail();
    Severity severity =
        result.shown().map(ok -> ok ? Severity.INFO : Severity.ERROR).orElse(Severity.WARNING);
    return new ReportLine(severity, String.format("    %-9s  %s%s", mark, result.what(), detail));
  }

  private static String release(ReleasePlan plan) {
    return plan.group() + " " + plan.version();
  }

  private static String next(Outcome outcome, Wording wording) {
    return wording.text(outcome.stopped().orElseThrow().help());
  }
}
