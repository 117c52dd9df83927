package io.github.releasesync.report;

import io.github.releasesync.adopt.Adopted;
import io.github.releasesync.adopt.GroupConfiguration;
import io.github.releasesync.goal.InitResult;
import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.text.FileChange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The text of the init goal. */
public final class InitText {

  private static final int MOST_NAMES = 8;
  private static final Command CHECK = Command.of("check");

  private InitText() {}

  /**
   * The text of a result.
   *
   * @param result the result
   * @param wording how commands are written
   * @return the text
   */
  public static Report of(InitResult result, Wording wording) {
    if (result instanceof InitResult.Configured) {
      Help configured = Help.of("Nothing to do: pom.xml configures groups already. Next: ", CHECK);
      return new Report(List.of(), wording.text(configured), false);
    }
    if (result instanceof InitResult.NothingPublished none) {
      List<ReportLine> lines = new ArrayList<>(groups(none.groups()));
      lines.addAll(adopted(none.adopted()));
      return new Report(lines, "Nothing to write: no group here publishes anything", false);
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
    List<ReportLine> lines = new ArrayList<>(groups(written.groups()));
    lines.addAll(DiffText.lines(changes));
    lines.addAll(adopted(written.adopted()));
    String last =
        written.dryRun()
            ? ChangeText.preview(changes, wording)
            : wording.text(Help.of("Wrote 1 file. Next: ", CHECK));
    return new Report(lines, last, false);
  }

  private static Report unclear(InitResult.Unclear unclear, Wording wording) {
    List<ReportLine> lines = new ArrayList<>(groups(unclear.groups()));
    unclear.declaration().forEach(line -> lines.add(ReportLine.info("    " + line)));
    lines.addAll(adopted(unclear.adopted()));
    lines.add(ReportLine.stop(unclear.problem(), wording));
    return new Report(lines, "Nothing was written: declare the <plugin> above in pom.xml", true);
  }

  /** The groups, the evidence of each, and the packages in none. */
  private static List<ReportLine> groups(GroupConfiguration configuration) {
    List<ReportLine> lines = new ArrayList<>();
    for (GroupTags tags : configuration.groups()) {
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
    for (Group group : configuration.leftOut()) {
      lines.add(
          ReportLine.info(
              "left out: " + names(group.members()) + ", as nothing of it is published"));
    }
    if (!configuration.unnamed().isEmpty()) {
      lines.add(
          new ReportLine(
              Severity.WARNING,
              "left out: "
                  + names(configuration.unnamed())
                  + ", whose names a configuration cannot tell apart or hold"));
    }
    return lines;
  }

  /** The settings that were carried over from other tools, then those that were not. */
  private static List<ReportLine> adopted(Adopted adopted) {
    List<ReportLine> lines = new ArrayList<>();
    adopted.carried().forEach(note -> lines.add(line("carried over     ", note)));
    adopted.left().forEach(note -> lines.add(line("not carried over ", note)));
    return lines;
  }

  private static ReportLine line(String what, Adopted.Note note) {
    return ReportLine.info(what + note.place() + "  " + note.key() + ": " + note.text());
  }

  private static String names(List<Package> packages) {
    String shown =
        packages.stream().limit(MOST_NAMES).map(Package::id).collect(Collectors.joining(", "));
    int more = packages.size() - MOST_NAMES;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
