package io.github.releasesync.report;

import io.github.releasesync.check.Assessment;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.VersionSource;
import io.github.releasesync.text.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The groups as an aligned table, with a row for each place that states a version. */
final class GroupTable {

  private static final int MOST_ROWS = 8;
  private static final int MOST_GROUPS = 12;
  private static final int MOST_EVIDENCE = 4;
  private static final int WIDEST_NAME = 44;

  private final Assessment assessment;
  private final Map<String, String> codeByPlace;

  GroupTable(Assessment assessment) {
    this.assessment = assessment;
    this.codeByPlace =
        assessment.findings().stream()
            .filter(f -> f.severity() != Severity.INFO)
            .collect(Collectors.toMap(f -> f.place().toString(), GroupTable::mark, (a, b) -> a));
  }

  private static String mark(Problem finding) {
    return "  <- " + finding.code().id();
  }

  List<ReportLine> lines() {
    List<ReportLine> lines = new ArrayList<>();
    List<Group> shared =
        assessment.groups().stream().filter(g -> rows(g.members()).size() > 1).toList();
    List<Package> single =
        assessment.groups().stream()
            .filter(g -> rows(g.members()).size() == 1)
            .flatMap(g -> g.members().stream())
            .toList();
    for (Group group : shared.subList(0, Math.min(MOST_GROUPS, shared.size()))) {
      lines.add(ReportLine.info(""));
      lines.add(ReportLine.info(heading(group)));
      lines.addAll(table(rows(group.members())));
      if (group.inferred()) {
        lines.add(ReportLine.info("    because " + because(group)));
      }
    }
    if (shared.size() > MOST_GROUPS) {
      lines.add(ReportLine.info(""));
      lines.add(ReportLine.info("and " + (shared.size() - MOST_GROUPS) + " more groups"));
    }
    if (!single.isEmpty()) {
      lines.add(ReportLine.info(""));
      lines.add(ReportLine.info(shared.isEmpty() ? "versions" : "independent versions"));
      lines.addAll(table(rows(single)));
    }
    return lines;
  }

  private static String heading(Group group) {
    String policy = group.policy().word();
    String version = group.lead().version().map(v -> " " + v).orElse("");
    return "group "
        + group.name()
        + version
        + (group.inferred() ? "  (inferred)" : "  (" + policy + ")");
  }

  private static String because(Group group) {
    List<String> evidence = group.evidence();
    if (evidence.isEmpty()) {
      // A backend that reads the version in another package's manifest.
      return group.lead().place() + " is the version of all of them";
    }
    String shown = evidence.stream().limit(MOST_EVIDENCE).collect(Collectors.joining("; "));
    int more = evidence.size() - MOST_EVIDENCE;
    return more > 0 ? shown + "; and " + more + " more" : shown;
  }

  private List<Row> rows(List<Package> packages) {
    Map<String, List<Package>> byText = new LinkedHashMap<>();
    for (Package p : packages) {
      byText.computeIfAbsent(p.ecosystem() + " " + p.place(), key -> new ArrayList<>()).add(p);
    }
    return byText.values().stream().map(this::row).toList();
  }

  private Row row(List<Package> sameText) {
    Package first = sameText.get(0);
    int others = sameText.size() - 1;
    String name =
        Printable.of(shortened(first.name())) + (others > 0 ? " and " + others + " more" : "");
    String dynamic = first.source() == VersionSource.DYNAMIC ? " (dynamic)" : "";
    String place = first.place().toString();
    return new Row(
        first.ecosystem().word(),
        name,
        first
            .version()
            .map(GroupTable::shortened)
            .map(Printable::of)
            .orElse(unstated(first.source())),
        place + dynamic,
        codeByPlace.getOrDefault(place, ""));
  }

  /** What stands in place of a version that no file states. */
  static String unstated(VersionSource source) {
    return source == VersionSource.GIT ? "from git" : "-";
  }

  private static String shortened(String name) {
    return Shortened.to(WIDEST_NAME, name);
  }

  /** The rows, those with a finding first so that a long table cannot hide them. */
  private static List<ReportLine> table(List<Row> rows) {
    List<Row> sorted =
        rows.stream().sorted(Comparator.comparing((Row r) -> r.mark().isEmpty())).toList();
    List<Row> shown = sorted.subList(0, Math.min(MOST_ROWS, sorted.size()));
    if (shown.stream().map(Row::mark).collect(Collectors.toSet()).equals(Set.of(""))) {
      shown = rows.subList(0, shown.size());
    }
    int name = shown.stream().mapToInt(r -> r.name().length()).max().orElse(1);
    int version = shown.stream().mapToInt(r -> r.version().length()).max().orElse(1);
    List<ReportLine> lines = new ArrayList<>();
    for (Row r : shown) {
      lines.add(
          ReportLine.info(
              String.format("    %-5s  %-" + name + "s  ", r.ecosystem(), r.name())
                  + String.format("%-" + version + "s  %s%s", r.version(), r.place(), r.mark())));
    }
    if (rows.size() > shown.size()) {
      lines.add(ReportLine.info("    and " + (rows.size() - shown.size()) + " more"));
    }
    return lines;
  }

  private record Row(String ecosystem, String name, String version, String place, String mark) {}
}
