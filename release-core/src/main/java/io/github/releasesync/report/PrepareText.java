package io.github.releasesync.report;

import io.github.releasesync.goal.PrepareResult;
import io.github.releasesync.next.NextRelease;
import io.github.releasesync.prepare.GuardAnswers;
import io.github.releasesync.prepare.PrepareRecord;
import io.github.releasesync.prepare.Push;
import io.github.releasesync.prepare.ReleaseChanges;
import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of the prepare goal. */
public final class PrepareText {

  private static final int SHORT_ID = 10;

  private PrepareText() {}

  /**
   * The text of a result.
   *
   * @param result the result
   * @param wording the notation of commands
   * @return the text
   */
  public static Report of(PrepareResult result, Wording wording) {
    List<ReportLine> lines = ChangeText.recovered(result.recovered(), wording);
    lines.addAll(release(result.changes(), wording));
    result.guards().notes().stream().map(ReportLine::warning).forEach(lines::add);
    result.guards().leftBehind().stream()
        .map(problem -> ReportLine.warning(problem, wording))
        .forEach(lines::add);
    if (result.blocked()) {
      return blocked(lines, result.guards(), wording);
    }
    PrepareRecord record = result.record();
    lines.add(ReportLine.info("commit   " + commit(record)));
    record.tag().ifPresent(tag -> lines.add(ReportLine.info("tag      " + tag)));
    record.development().map(PrepareText::development).ifPresent(lines::add);
    result.notes().ifPresent(notes -> lines.add(ReportLine.info("notes    " + notes)));
    return new Report(lines, lastLine(result, wording), result.failed());
  }

  private static List<ReportLine> release(ReleaseChanges changes, Wording wording) {
    List<ReportLine> lines = new ArrayList<>();
    lines.add(ReleaseLine.of(changes.release()));
    changes.tooLow().ifPresent(problem -> lines.add(ReportLine.warning(problem, wording)));
    changes.dependents().stream().map(ReleaseLine::ofDependent).forEach(lines::add);
    lines.addAll(DiffText.lines(changes.files(), wording));
    for (String path : changes.fragments()) {
      lines.add(ReportLine.info(path + "  (in the changelog now, deleted)"));
    }
    changes.infos().forEach(info -> lines.add(ReportLine.info(wording.text(info))));
    return lines;
  }

  /** The text of failed guards, which are its last lines. */
  static Report blocked(List<ReportLine> lines, GuardAnswers guards, Wording wording) {
    guards.failed().forEach(problem -> lines.add(ReportLine.stop(problem, wording)));
    String count = Words.count(guards.failed().size(), "guard");
    return new Report(lines, "Blocked by " + count + " (see above). Nothing was changed.", true);
  }

  private static String commit(PrepareRecord record) {
    return record.files().isEmpty()
        ? "none is needed: " + record.before().substring(0, SHORT_ID) + " already has this version"
        : title(record.message());
  }

  private static ReportLine development(PrepareRecord.Development next) {
    return ReportLine.info(
        "then     " + title(next.message()) + " in " + String.join(", ", next.files().keySet()));
  }

  private static String title(String message) {
    return message.lines().findFirst().orElse("");
  }

  private static String lastLine(PrepareResult result, Wording wording) {
    String name = result.changes().release().name();
    Optional<Push> push = result.push();
    if (push.isEmpty()) {
      return wording.text(
          Help.of(
              "Nothing was written. Run it without ",
              Option.named("dryRun"),
              " to prepare " + name));
    }
    if (push.get().done()) {
      return "Prepared " + name + " and pushed it to " + push.get().remoteName();
    }
    String refused = push.get().refusal().map(why -> ", but it was not pushed: " + why).orElse("");
    return wording.text(
        Help.of(
            "Prepared " + name + refused + ". To undo it: ",
            Command.of("rollback"),
            ". ",
            toPush(push.get(), result.changes().release(), wording)));
  }

  private static Help toPush(Push push, NextRelease release, Wording wording) {
    Option[] separate =
        release.isSeparate()
            ? new Option[] {Option.of("package", release.group().lead().id())}
            : new Option[0];
    return push.tag().isPresent()
        ? Help.of("To push it: " + PushCommand.of(push, wording))
        : Help.of(
            "For a pull request: " + PushCommand.of(push, wording) + "; when it is merged: ",
            Command.of("tag", separate));
  }
}
