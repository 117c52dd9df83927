package io.github.releasesync.report;

import io.github.releasesync.goal.RollbackResult;
import io.github.releasesync.prepare.PrepareRecord;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import java.util.ArrayList;
import java.util.List;

/** The text of the rollback goal. */
public final class RollbackText {

  private static final int SHORT_ID = 10;

  private RollbackText() {}

  /**
   * The text of a result.
   *
   * @param result the result
   * @param wording the notation of commands
   * @return the text
   */
  public static Report of(RollbackResult result, Wording wording) {
    PrepareRecord record = result.record();
    List<ReportLine> lines = new ArrayList<>();
    result
        .traces()
        .tag()
        .ifPresent(tag -> lines.add(ReportLine.info("tag      " + tag + " is deleted")));
    if (result.traces().commit()) {
      String before = record.before().substring(0, SHORT_ID);
      lines.add(ReportLine.info("branch   " + record.branch() + " is reset to " + before));
    }
    for (String path : result.traces().files()) {
      lines.add(ReportLine.info("file     " + path + " is restored"));
    }
    if (result.dryRun()) {
      Help again =
          Help.of("Nothing was changed. Run it without ", Option.named("dryRun"), " to do it");
      return new Report(lines, wording.text(again), false);
    }
    String what = record.done() ? "The release of " : "The interrupted prepare of ";
    return new Report(lines, what + record.version() + " is undone", false);
  }
}
