package io.github.releasesync.report;

import io.github.releasesync.goal.NextResult;
import io.github.releasesync.history.CommitSummary;
import io.github.releasesync.history.CountedCommit;
import io.github.releasesync.next.NextRelease;
import io.github.releasesync.next.NextRelease.PackageVersion;
import io.github.releasesync.next.NextRelease.Verdict;
import io.github.releasesync.next.NextReleases;
import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.text.Printable;
import io.github.releasesync.text.ShellWord;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.Level;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.VersionMapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The text of the next goal: each group with its next version and the reason, then the next step.
 */
public final class NextText {

  private static final int MOST_GROUPS = 12;
  private static final int MOST_COMMITS = 5;
  private static final int MOST_ROWS = 8;
  private static final int MOST_IN_STEP = 6;
  private static final int WIDEST_NAME = 44;
  private static final int WIDEST_TITLE = 80;
  private static final int SHORT_ID = 10;

  private static final String TO_COMMIT = ", but not committed: commit it, then run this again";

  private final NextReleases next;
  private final boolean committed;
  private final Wording wording;
  private final FindingText finding;

  private NextText(NextResult result, Wording wording) {
    this.next = result.next();
    this.committed = result.committed();
    this.wording = wording;
    this.finding = new FindingText(path -> Optional.empty(), wording);
  }

  /**
   * The text of a result.
   *
   * @param result the result
   * @param wording the notation of commands
   * @return the text
   */
  public static Report of(NextResult result, Wording wording) {
    NextText text = new NextText(result, wording);
    String report = result.report().map(path -> " (" + path + ")").orElse("");
    return new Report(text.lines(), text.whatToDo() + report, result.failed());
  }

  private List<ReportLine> lines() {
    List<ReportLine> lines = new ArrayList<>();
    List<NextRelease> ready = ready();
    for (NextRelease release : ready.subList(0, Math.min(MOST_GROUPS, ready.size()))) {
      lines.add(ReportLine.info(""));
      lines.addAll(release(release));
    }
    if (ready.size() > MOST_GROUPS) {
      lines.add(ReportLine.info(""));
      lines.add(ReportLine.info("and " + (ready.size() - MOST_GROUPS) + " more groups"));
    }
    List<NextRelease> rest = next.releases().stream().filter(r -> !ready.contains(r)).toList();
    if (!rest.isEmpty()) {
      lines.add(ReportLine.info(""));
    }
    rest.stream().limit(MOST_GROUPS).map(NextText::withoutRelease).forEach(lines::add);
    if (rest.size() > MOST_GROUPS) {
      lines.add(ReportLine.info("and " + (rest.size() - MOST_GROUPS) + " more groups"));
    }
    for (Problem problem : next.problems()) {
      boolean quiet = problem.severity() == Severity.INFO;
      lines.add(new ReportLine(problem.severity(), ""));
      lines.addAll(quiet ? List.of(finding.note(problem)) : finding.lines(problem));
    }
    lines.add(ReportLine.info(""));
    return lines;
  }

  /**
   * The releases to propose. If some groups have earlier releases, groups without one are not
   * proposed: they may be examples, or be published in another way.
   */
  private List<NextRelease> ready() {
    boolean anyReleased = next.releases().stream().anyMatch(r -> r.last().isPresent());
    return of(anyReleased || !of(Verdict.RELEASE).isEmpty() ? Verdict.RELEASE : Verdict.FIRST);
  }

  private List<NextRelease> of(Verdict verdict) {
    return next.releases().stream().filter(r -> r.verdict() == verdict).toList();
  }

  private static List<ReportLine> release(NextRelease release) {
    List<ReportLine> lines = new ArrayList<>();
    String from = release.current().map(NextText::text).orElse("");
    String to = release.next().map(NextText::text).orElse("");
    lines.add(
        ReportLine.info(
            "%s %s  (%s)"
                .formatted(
                    name(release),
                    from.equals(to) ? to : from + " -> " + to,
                    release.level().map(Object::toString).orElse(""))));
    lines.addAll(table(release.versions()));
    lines.add(ReportLine.info("    because " + release.reason()));
    release.changes().ifPresent(changes -> lines.addAll(commits(changes)));
    if (!release.files().isEmpty()) {
      lines.add(ReportLine.info("    files   " + shortened(release.files())));
    }
    lines.add(ReportLine.info("    order   " + order(release)));
    lines.add(ReportLine.info("    tag     " + release.tag().orElse("")));
    return lines;
  }

  private static ReportLine withoutRelease(NextRelease release) {
    String now = release.current().map(v -> " " + text(v)).orElse("");
    String what =
        switch (release.verdict()) {
          case NOTHING -> "nothing to release: ";
          case FIRST -> "never released: ";
          case REFUSED -> "refused: ";
          default -> "unknown: ";
        };
    return ReportLine.info(
        "group " + release.group().name() + now + "  (" + what + release.reason() + ")");
  }

  private static List<ReportLine> commits(CommitSummary changes) {
    List<ReportLine> lines = new ArrayList<>();
    for (CountedCommit commit : changes.deciding().stream().limit(MOST_COMMITS).toList()) {
      lines.add(
          ReportLine.info(
              "      %s  %s"
                  .formatted(
                      commit.id().substring(0, Math.min(SHORT_ID, commit.id().length())),
                      Shortened.to(WIDEST_TITLE, commit.title()))));
      commit
          .breaking()
          .map(text -> text.lines().findFirst().orElse(""))
          .filter(text -> !commit.title().contains(text))
          .ifPresent(
              text ->
                  lines.add(
                      ReportLine.info(
                          " ".repeat(SHORT_ID + 8) + Shortened.to(WIDEST_TITLE, text))));
    }
    int more = changes.count(changes.greatest()) - MOST_COMMITS;
    if (!changes.deciding().isEmpty() && more > 0) {
      lines.add(ReportLine.info("      and " + more + " more"));
    }
    return lines;
  }

  /** A row for each place that states the version of packages. */
  private static List<ReportLine> table(List<PackageVersion> versions) {
    Map<String, List<PackageVersion>> byText = new LinkedHashMap<>();
    for (PackageVersion v : versions) {
      String key = v.member().ecosystem() + " " + v.member().place();
      byText.computeIfAbsent(key, k -> new ArrayList<>()).add(v);
    }
    List<Row> rows = byText.values().stream().map(NextText::row).toList();
    List<Row> shown = rows.subList(0, Math.min(MOST_ROWS, rows.size()));
    int name = shown.stream().mapToInt(r -> r.name().length()).max().orElse(1);
    int change = shown.stream().mapToInt(r -> r.change().length()).max().orElse(1);
    List<ReportLine> lines = new ArrayList<>();
    for (Row r : shown) {
      lines.add(
          ReportLine.info(
              String.format(
                  "    %-5s  %-" + name + "s  %-" + change + "s  %s",
                  r.ecosystem(),
                  r.name(),
                  r.change(),
                  r.place())));
    }
    if (rows.size() > shown.size()) {
      lines.add(ReportLine.info("    and " + (rows.size() - shown.size()) + " more"));
    }
    return lines;
  }

  private static Row row(List<PackageVersion> sameText) {
    PackageVersion first = sameText.get(0);
    Package member = first.member();
    int others = sameText.size() - 1;
    String now =
        member
            .version()
            .map(v -> Shortened.to(WIDEST_NAME, v))
            .orElse(GroupTable.unstated(member.source()));
    String change =
        first.changes()
            ? now + " -> " + first.next().orElseThrow()
            : now + (first.next().isPresent() ? "" : " (stays)");
    return new Row(
        member.ecosystem().word(),
        Printable.of(Shortened.to(WIDEST_NAME, member.name()))
            + (others > 0 ? " and " + others + " more" : ""),
        Printable.of(change),
        member.place().toString());
  }

  private static String order(NextRelease release) {
    return release.order().isEmpty()
        ? "nothing is published"
        : release.order().stream().map(NextText::step).collect(Collectors.joining("; "));
  }

  private static String step(List<Package> step) {
    return step.get(0).ecosystem().word()
        + " "
        + shortened(step.stream().map(Package::name).toList());
  }

  private static String shortened(List<String> names) {
    int more = names.size() - MOST_IN_STEP;
    return Printable.of(names.stream().limit(MOST_IN_STEP).collect(Collectors.joining(", ")))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private String whatToDo() {
    List<NextRelease> ready = ready();
    if (next.failed()) {
      return "No next version: give another level (see above)";
    }
    if (next.releases().isEmpty()) {
      return "Nothing to release: no package is published";
    }
    if (ready.isEmpty()) {
      return of(Verdict.UNKNOWN).isEmpty() ? "Nothing to release" + toFinish() : unknown();
    }
    String versions =
        "Next: "
            + ready.stream()
                .limit(MOST_GROUPS)
                .map(r -> r.group().name() + " " + text(r.next().orElseThrow()))
                .collect(Collectors.joining(", "));
    if (ready.stream().noneMatch(NextRelease::needsBump)) {
      return versions + ", already written" + (committed ? toTag(ready) : TO_COMMIT);
    }
    return wording.text(Help.of(versions + ". Run ", prepare(ready)));
  }

  private String toTag(List<NextRelease> ready) {
    return (ready.size() == 1 ? ". To tag it: " : ". To tag them: ")
        + ready.stream()
            .flatMap(release -> release.tag().stream())
            .map(ShellWord::of)
            .map(tag -> wording.git("tag -a " + tag + " -m " + tag))
            .collect(Collectors.joining(" && "));
  }

  /** The name of a release; that of a follower states its group too. */
  private static String name(NextRelease release) {
    return release
        .of()
        .map(group -> "follower " + release.group().lead().id() + " of " + group)
        .orElseGet(() -> "group " + release.group().name());
  }

  /** The call of {@code prepare}, which follows the commits and releases one group at a time. */
  private Help prepare(List<NextRelease> ready) {
    List<Option> options = new ArrayList<>();
    if (ready.size() == 1 && ready.get(0).of().isPresent()) {
      options.add(Option.of("package", ready.get(0).group().lead().id()));
      return Help.of(new Command("prepare", options));
    }
    long groups = next.releases().stream().filter(r -> r.of().isEmpty()).count();
    if (groups > 1) {
      options.add(Option.of("group", ready.size() == 1 ? ready.get(0).group().name() : "NAME"));
    }
    if (next.level() != Level.Word.AUTO) {
      options.add(Option.of("level", next.level().toString()));
    }
    Command prepare = new Command("prepare", options);
    if (groups > 1) {
      return Help.of(prepare, ready.size() == 1 ? "" : " for each");
    }
    return ready.stream().allMatch(r -> r.of().isEmpty())
        ? Help.of(prepare)
        : Help.of(prepare, ", and with ", Option.of("package", "ID"), " for followers");
  }

  /** What to do where no commit asks for a release: a level, or the end of a pre-release. */
  private String toFinish() {
    List<NextRelease> silent =
        of(Verdict.NOTHING).stream()
            .filter(r -> r.changes().filter(CommitSummary::ignoresConvention).isPresent())
            .toList();
    if (!silent.isEmpty()) {
      return " by the messages of the commits: give a level, such as "
          + wording.option(Option.of("level", "patch"));
    }
    List<NextRelease> open =
        of(Verdict.NOTHING).stream()
            .filter(r -> r.current().filter(v -> v.number().isPresent()).isPresent())
            .toList();
    return open.size() == 1 && next.releases().size() == 1
        ? ". To finish "
            + open.get(0).current().get().base()
            + ": "
            + wording.command(Command.of("prepare", Option.of("level", "release")))
        : "";
  }

  private String unknown() {
    boolean levelHelps = of(Verdict.UNKNOWN).stream().anyMatch(r -> r.current().isPresent());
    return levelHelps
        ? "Unknown: see above, or give a level, such as "
            + wording.option(Option.of("level", "minor"))
        : "Unknown: see above";
  }

  /** The version with its post-release number, which only Python can express. */
  private static String text(ReleaseVersion version) {
    return version.post().isPresent()
        ? VersionMapping.spell(version, Ecosystem.PYPI)
        : version.toString();
  }

  private record Row(String ecosystem, String name, String change, String place) {}
}
