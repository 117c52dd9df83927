package io.github.releasesync.report;

import io.github.releasesync.check.Assessment;
import io.github.releasesync.check.SyncPreview;
import io.github.releasesync.goal.CheckResult;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.text.Printable;
import io.github.releasesync.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The text of the check goal: the groups, the findings, and the next step last. */
public final class CheckText {

  private static final int MOST_FINDINGS = 50;
  private static final int MOST_COPIES = 6;
  private static final int MOST_PLACES = 4;
  private static final int MOST_NOTES = 5;
  private static final int MOST_LEFT = 5;

  private final CheckResult result;
  private final Assessment assessment;
  private final Wording wording;
  private final FindingText finding;

  private CheckText(CheckResult result, Wording wording) {
    this.result = result;
    this.assessment = result.assessment();
    this.wording = wording;
    this.finding = new FindingText(result.sources(), wording);
  }

  /**
   * The text of a result.
   *
   * @param result the result
   * @param wording the notation of commands
   * @return the text
   */
  public static Report of(CheckResult result, Wording wording) {
    CheckText text = new CheckText(result, wording);
    return new Report(text.lines(), text.lastLine(), result.failed());
  }

  private List<ReportLine> lines() {
    List<ReportLine> lines = new ArrayList<>();
    result.interrupted().map(wording::text).map(ReportLine::warning).ifPresent(lines::add);
    lines.addAll(new GroupTable(assessment).lines());
    unversioned().ifPresent(lines::add);
    lines.addAll(notes());
    List<Problem> loud =
        assessment.findings().stream().filter(f -> f.severity() != Severity.INFO).toList();
    List<Problem> copies = repeated(loud);
    List<Problem> single = loud.stream().filter(f -> !copies.contains(f)).toList();
    for (Problem problem : single.subList(0, Math.min(MOST_FINDINGS, single.size()))) {
      lines.add(new ReportLine(problem.severity(), ""));
      lines.addAll(finding.lines(problem));
    }
    if (!copies.isEmpty()) {
      List<String> places = copies.stream().map(f -> Printable.of(f.place().toString())).toList();
      lines.add(new ReportLine(copies.get(0).severity(), ""));
      lines.add(
          new ReportLine(
              copies.get(0).severity(),
              "and " + places.size() + " more [RS231]: " + Words.listAndRest(places, MOST_PLACES)));
    }
    if (single.size() > MOST_FINDINGS) {
      lines.add(ReportLine.info(""));
      lines.add(ReportLine.info("and " + (single.size() - MOST_FINDINGS) + " more findings"));
    }
    lines.add(ReportLine.info(""));
    return lines;
  }

  /** Copies of an earlier version after the first ones: generated files repeat one finding. */
  private static List<Problem> repeated(List<Problem> loud) {
    List<Problem> copies = loud.stream().filter(f -> f.code() == Code.STALE_COPY).toList();
    return copies.size() <= MOST_COPIES + 1
        ? List.of()
        : copies.subList(MOST_COPIES, copies.size());
  }

  private String lastLine() {
    String off =
        assessment.suppressed().isEmpty()
            ? ""
            : ", " + Words.count(assessment.suppressed().size(), "finding") + " suppressed";
    String counted =
        Words.count(assessment.workspace().packages().size(), "package")
            + " in "
            + Words.count(assessment.groups().size(), "group");
    String found =
        assessment.count(Severity.ERROR) == 0 && assessment.count(Severity.WARNING) == 0
            ? ""
            : found() + ". ";
    String verdict =
        switch (assessment.verdict()) {
          case IN_SYNC ->
              assessment.workspace().packages().isEmpty()
                  ? "Nothing to check"
                  : "In sync: " + counted;
          case OUT_OF_SYNC -> "Out of sync: " + whatToDo();
          case INVALID -> "Invalid: " + whatToDo();
        };
    return found + verdict + off + result.report().map(path -> " (" + path + ")").orElse("");
  }

  /** The number of findings that {@code sync} fixes; warnings that do not fail are not counted. */
  private String whatToDo() {
    SyncPreview sync = result.sync();
    if (sync.fixed() == 0) {
      return "fix the findings above, then run check again";
    }
    boolean errorsOfAll = sync.least() == Severity.ERROR && assessment.count(Severity.WARNING) > 0;
    String fixes = wording.command(Command.of("sync")) + " fixes ";
    if (sync.left() > 0) {
      return fixes
          + sync.fixed()
          + (errorsOfAll ? " of the errors" : " of them")
          + "; fix the other"
          + (sync.left() > 1 ? "s" : "")
          + " by hand (above)";
    }
    boolean one = sync.fixed() == 1;
    if (errorsOfAll) {
      return fixes + (one ? "the error" : "the errors");
    }
    return fixes + (one ? "it" : "them");
  }

  private String found() {
    String errors = Words.count(assessment.count(Severity.ERROR), "error");
    String warnings = Words.count(assessment.count(Severity.WARNING), "warning");
    if (assessment.count(Severity.WARNING) == 0) {
      return errors;
    }
    return assessment.count(Severity.ERROR) == 0 ? warnings : errors + ", " + warnings;
  }

  private Optional<ReportLine> unversioned() {
    Set<Package> grouped =
        assessment.groups().stream()
            .map(Group::members)
            .flatMap(List::stream)
            .collect(Collectors.toSet());
    List<Package> left =
        assessment.workspace().packages().stream()
            .filter(p -> !grouped.contains(p) && !p.isForItsPluginOnly())
            .toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ReportLine.info(
                "in no group: " + Words.count(left.size(), "package") + " (" + reason(left) + ")"));
  }

  /**
   * The reason that packages are in no group: a published one may be missing in the configuration.
   */
  private String reason(List<Package> left) {
    boolean evidenceDecides = assessment.groups().stream().anyMatch(Group::inferred);
    if (evidenceDecides || assessment.groups().isEmpty()) {
      return "no sign that they are released";
    }
    String more = left.size() > MOST_LEFT ? ", ..." : "";
    boolean published = left.stream().anyMatch(Package::publishable);
    return (published ? "not configured: " : "not published: ")
        + left.stream()
            .limit(MOST_LEFT)
            .map(p -> Printable.of(p.id()))
            .collect(Collectors.joining(", "))
        + more;
  }

  private List<ReportLine> notes() {
    List<Problem> quiet =
        assessment.findings().stream().filter(f -> f.severity() == Severity.INFO).toList();
    List<ReportLine> lines = new ArrayList<>();
    if (!quiet.isEmpty()) {
      lines.add(ReportLine.info(""));
    }
    quiet.stream().limit(MOST_NOTES).map(finding::note).forEach(lines::add);
    if (quiet.size() > MOST_NOTES) {
      lines.add(ReportLine.info("and " + (quiet.size() - MOST_NOTES) + " more notes"));
    }
    return lines;
  }
}
