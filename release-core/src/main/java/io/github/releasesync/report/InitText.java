package io.github.releasesync.report;

import io.github.releasesync.adopt.AdoptedNote;
import io.github.releasesync.goal.InitResult;
import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.text.FileChange;
import io.github.releasesync.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The text of the init goal. */
public final class InitText {

  private static final int MOST_NAMES = 8;
  private static final int MOST_FILES = 3;
  private static final Command CHECK = Command.of("check");

  private InitText() {}

  /**
   * The text of a result.
   *
   * @param result the result
   * @param wording the notation of commands
   * @return the text
   */
  public static Report of(InitResult result, Wording wording) {
    if (result instanceof InitResult.Configured) {
      Help configured = Help.of("Nothing to do: pom.xml already configures groups. Next: ", CHECK);
      return new Report(List.of(), wording.text(configured), false);
    }
    if (result instanceof InitResult.NothingPublished none) {
      List<ReportLine> lines = new ArrayList<>(groups(none.found()));
      lines.addAll(adopted(none.found()));
      return new Report(lines, "Nothing to write: no group publishes a package", false);
    }
    if (result instanceof InitResult.Written written) {
      return written(written, wording);
    }
    return result instanceof InitResult.Unclear unclear
        ? unclear(unclear, wording)
        : new Report(List.of(), "Nothing to do: there is no package here", false);
  }

  private static Report written(InitResult.Written written, Wording wording) {
    List<FileChange> changes = List.of(written.pom());
    List<ReportLine> lines = new ArrayList<>(groups(written.found()));
    lines.addAll(DiffText.lines(changes, wording));
    lines.addAll(adopted(written.found()));
    lines.addAll(undecided(written.found(), wording));
    String last =
        written.dryRun()
            ? ChangeText.preview(changes, wording)
            : wording.text(Help.of("Wrote 1 file. Next: ", CHECK));
    return new Report(lines, last, false);
  }

  private static List<ReportLine> undecided(InitResult.Found found, Wording wording) {
    return found.undecided().stream().map(p -> ReportLine.warning(p, wording)).toList();
  }

  private static Report unclear(InitResult.Unclear unclear, Wording wording) {
    List<ReportLine> lines = new ArrayList<>(groups(unclear.found()));
    unclear.declaration().forEach(line -> lines.add(ReportLine.info("    " + line)));
    lines.addAll(adopted(unclear.found()));
    lines.addAll(undecided(unclear.found(), wording));
    lines.add(ReportLine.stop(unclear.problem(), wording));
    return new Report(lines, "Nothing was written: declare the <plugin> above in pom.xml", true);
  }

  /** The groups, the evidence of each, and the packages in none. */
  private static List<ReportLine> groups(InitResult.Found found) {
    List<ReportLine> lines = new ArrayList<>();
    for (GroupTags tags : found.groups()) {
      Group group = tags.group();
      lines.add(
          ReportLine.info(
              "group "
                  + group.name()
                  + group.lead().version().map(v -> " " + v).orElse("")
                  + ": "
                  + names(group.members())));
      if (group.inferred() && !group.evidence().isEmpty()) {
        lines.add(ReportLine.info("    because " + String.join("; ", group.evidence())));
      }
    }
    for (Group group : found.leftOut()) {
      lines.add(
          ReportLine.info(
              "left out: " + names(group.members()) + ", because it publishes nothing"));
    }
    if (!found.unnamed().isEmpty()) {
      lines.add(
          new ReportLine(
              Severity.WARNING,
              "left out: "
                  + names(found.unnamed())
                  + ", because a configuration cannot name them"));
    }
    return lines;
  }

  /** The settings that were carried over from other tools, then those that were not. */
  private static List<ReportLine> adopted(InitResult.Found found) {
    List<ReportLine> lines = new ArrayList<>();
    found.carried().forEach(note -> lines.add(line("carried over     ", note)));
    found.left().forEach(note -> lines.add(line("not carried over ", note)));
    if (!found.copies().isEmpty()) {
      lines.add(
          ReportLine.info(
              Words.count(found.copies().size(), "file")
                  + " state the version too: "
                  + Words.listAndRest(found.copies(), MOST_FILES)
                  + "; bump writes it where <copies> lists them, patterns allowed"));
    }
    return lines;
  }

  private static ReportLine line(String what, AdoptedNote note) {
    return ReportLine.info(what + note.place() + "  " + note.key() + ": " + note.text());
  }

  private static String names(List<Package> packages) {
    String shown =
        packages.stream().limit(MOST_NAMES).map(Package::id).collect(Collectors.joining(", "));
    int more = packages.size() - MOST_NAMES;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
