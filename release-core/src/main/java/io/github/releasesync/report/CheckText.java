package io.github.releasesync.report;

import io.github.releasesync.check.Assessment;
import io.github.releasesync.check.SyncPreview;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.text.Printable;
import io.github.releasesync.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What {@code check} prints: the groups, the findings, and last what to do. */
public final class CheckText {

  private static final int MOST_FINDINGS = 50;
  private static final int MOST_NOTES = 5;
  private static final int MOST_LEFT = 5;
  private static final String SYNC = "mvn release-sync:sync fixes ";

  private final Assessment assessment;
  private final SyncPreview mending;
  private final FindingText finding;

  /**
   * A report.
   *
   * @param assessment what was found
   * @param mending what a sync would mend of it
   * @param sources the text of a file, by path from the root; empty where it cannot be shown
   */
  public CheckText(
      Assessment assessment, SyncPreview mending, Function<String, Optional<SourceText>> sources) {
    this.assessment = assessment;
    this.mending = mending;
    this.finding = new FindingText(sources);
  }

  /**
   * The report, without its last line.
   *
   * @return lines for the terminal
   */
  public List<ReportLine> lines() {
    List<ReportLine> lines = new ArrayList<>(new GroupTable(assessment).lines());
    unversioned().ifPresent(lines::add);
    lines.addAll(notes());
    List<Problem> loud =
        assessment.findings().stream().filter(f -> f.severity() != Severity.INFO).toList();
    for (Problem problem : loud.subList(0, Math.min(MOST_FINDINGS, loud.size()))) {
      lines.add(new ReportLine(problem.severity(), ""));
      lines.addAll(finding.lines(problem));
    }
    if (loud.size() > MOST_FINDINGS) {
      lines.add(ReportLine.info(""));
      lines.add(ReportLine.info("and " + (loud.size() - MOST_FINDINGS) + " more findings"));
    }
    lines.add(ReportLine.info(""));
    return lines;
  }

  /**
   * The last line: what it comes to, and what to do.
   *
   * @param report where the whole is written down
   * @return one line
   */
  public String lastLine(String report) {
    String off =
        assessment.suppressed().isEmpty()
            ? ""
            : ", " + count(assessment.suppressed().size(), "finding") + " suppressed";
    String counted =
        count(assessment.workspace().packages().size(), "package")
            + " in "
            + count(assessment.groups().size(), "group");
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
    return found + verdict + off + " (" + report + ")";
  }

  /** How far {@code sync} helps; warnings that fail nothing are not spoken of. */
  private String whatToDo() {
    if (mending.mended() == 0) {
      return "correct the places above, then run check again";
    }
    boolean errorsOfAll =
        mending.least() == Severity.ERROR && assessment.count(Severity.WARNING) > 0;
    if (mending.left() > 0) {
      return SYNC
          + mending.mended()
          + (errorsOfAll ? " of the errors" : " of them")
          + "; fix the other"
          + (mending.left() > 1 ? "s" : "")
          + " by hand (above)";
    }
    boolean one = mending.mended() == 1;
    if (errorsOfAll) {
      return SYNC + (one ? "the error" : "the errors");
    }
    return SYNC + (one ? "it" : "them");
  }

  private String found() {
    String errors = count(assessment.count(Severity.ERROR), "error");
    String warnings = count(assessment.count(Severity.WARNING), "warning");
    if (assessment.count(Severity.WARNING) == 0) {
      return errors;
    }
    return assessment.count(Severity.ERROR) == 0 ? warnings : errors + ", " + warnings;
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private Optional<ReportLine> unversioned() {
    Set<Package> grouped =
        assessment.groups().stream()
            .map(Group::members)
            .flatMap(List::stream)
            .collect(Collectors.toSet());
    List<Package> left =
        assessment.workspace().packages().stream().filter(p -> !grouped.contains(p)).toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(
            ReportLine.info(
                "in no group: " + count(left.size(), "package") + " (" + reason(left) + ")"));
  }

  /** Where groups are configured, somebody may have forgotten one that is published. */
  private String reason(List<Package> left) {
    if (assessment.groups().stream().allMatch(Group::inferred)) {
      return "nothing says that they are released";
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
