package io.github.releasesync.report;

import io.github.releasesync.adopt.Adopted;
import io.github.releasesync.adopt.GroupConfiguration;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.workspace.Package;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What init found, for the terminal. */
public final class InitText {

  private static final int MOST_NAMES = 8;

  private final GroupConfiguration configuration;
  private final Adopted adopted;

  /**
   * The text of one run.
   *
   * @param configuration the groups that are written
   * @param adopted what other tools' settings become
   */
  public InitText(GroupConfiguration configuration, Adopted adopted) {
    this.configuration = configuration;
    this.adopted = adopted;
  }

  /**
   * The groups, why they are, and what is in none.
   *
   * @return lines for the terminal
   */
  public List<ReportLine> groups() {
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

  /**
   * What was carried over from other tools, then what was not.
   *
   * @return lines for the terminal
   */
  public List<ReportLine> adopted() {
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
