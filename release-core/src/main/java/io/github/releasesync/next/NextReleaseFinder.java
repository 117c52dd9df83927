package io.github.releasesync.next;

import io.github.releasesync.facts.Unreleased;
import io.github.releasesync.history.CommitSummary;
import io.github.releasesync.next.NextRelease.PackageVersion;
import io.github.releasesync.next.NextRelease.Verdict;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupRelease;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.PublishOrder;
import io.github.releasesync.version.CommitImpact;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.Level;
import io.github.releasesync.version.NextVersion;
import io.github.releasesync.version.NextVersion.Found;
import io.github.releasesync.version.NextVersion.Refused;
import io.github.releasesync.version.ReleaseVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the next release of one group. Pure, for one use. */
final class NextReleaseFinder {

  private final Unreleased unreleased;
  private final GroupTags tags;
  private final Group group;
  private final Level asked;
  private final VersionLine line;
  private final Optional<ReleaseVersion> current;
  private final Optional<CommitSummary> changes;
  private final List<Problem> problems = new ArrayList<>();
  private Optional<Refused> refusal = Optional.empty();

  /** A level, and the reason for it. */
  private record Choice(Level level, String reason) {}

  /**
   * A search.
   *
   * @param part the part of the group that commits must touch: the group, or its {@link Group#core}
   */
  NextReleaseFinder(Unreleased unreleased, GroupTags tags, Group part, Level asked) {
    this.unreleased = unreleased;
    this.tags = tags;
    this.group = tags.group();
    this.asked = asked;
    this.line = VersionLine.of(tags, unreleased.tagNames());
    this.current = line.current();
    this.changes = Optional.ofNullable(unreleased.changes().get(part));
  }

  /** Problems of the level, after {@link #find}. */
  List<Problem> problems() {
    return problems;
  }

  /** The reason that the level does not apply, after {@link #find}; empty if it applies. */
  Optional<Refused> refusal() {
    return refusal;
  }

  /** The release of the written version, already released or not. */
  NextRelease written() {
    Choice choice = new Choice(Level.Word.CURRENT, "its version is written");
    return with(choice, Level.Word.CURRENT.next(current.orElseThrow()), false, "");
  }

  NextRelease find() {
    if (current.isEmpty()) {
      String version = group.lead().version().map(v -> ": " + v).orElse("");
      return without(Verdict.UNKNOWN, "its lead has no portable version" + version);
    }
    if (!isAutomatic()) {
      NextRelease next = with(new Choice(asked, "the level was given" + commits("; ")));
      next.next().ifPresent(this::compareWithCommits);
      return next;
    }
    if (line.released().isEmpty() && !unreleased.wholeHistory()) {
      return without(Verdict.UNKNOWN, "none of its release tags can be seen here");
    }
    return automatic().map(this::with).orElseGet(() -> without(Verdict.NOTHING, commits("")));
  }

  private boolean isAutomatic() {
    return asked == Level.Word.AUTO;
  }

  private Optional<ReleaseVersion> lastReleased() {
    return tags.last().map(GroupRelease::version);
  }

  /** The version to bump: the written one, or the last release if manifests lag behind it. */
  private ReleaseVersion base() {
    ReleaseVersion now = current.orElseThrow();
    return lastReleased().filter(this::isAhead).orElse(isDeveloping(now) ? now.development() : now);
  }

  private boolean isAhead(ReleaseVersion release) {
    return release.compareTo(current.orElseThrow()) > 0;
  }

  private Optional<Choice> automatic() {
    ReleaseVersion now = current.orElseThrow();
    if (line.released().isEmpty()) {
      return Optional.of(first(now));
    }
    CommitImpact change = changes.map(CommitSummary::greatest).orElse(CommitImpact.NONE);
    if (isWrittenByHand(now) && isEnough(now, change)) {
      return Optional.of(
          new Choice(Level.Word.CURRENT, "the written version is not tagged yet" + commits("; ")));
    }
    return level(change, base()).map(level -> new Choice(level, commits("")));
  }

  private Optional<Level> level(CommitImpact change, ReleaseVersion from) {
    return change.level(from, unreleased.majorVersionZero());
  }

  /** Whether the version was bumped by hand since the last release, for the next one. */
  private boolean isWrittenByHand(ReleaseVersion now) {
    return !isDeveloping(now)
        && !line.tagged().contains(now)
        && !isBehind()
        && changes.filter(c -> c.total() > 0).isPresent();
  }

  /** Whether X.Y.Z is in development, also if only Maven states X.Y.Z-SNAPSHOT. */
  private boolean isDeveloping(ReleaseVersion now) {
    return now.isDevelopment()
        || group.members().stream()
            .flatMap(member -> member.release().stream())
            .anyMatch(release -> release.isDevelopment() && release.agrees(now));
  }

  private Choice first(ReleaseVersion now) {
    String reason = "no release tag yet";
    if (now.base().equals("0.0.0")) {
      return new Choice(new Level.Bump(Level.Part.MINOR), reason);
    }
    return new Choice(isDeveloping(now) ? Level.Word.RELEASE : Level.Word.CURRENT, reason);
  }

  private boolean isBehind() {
    return lastReleased().filter(this::isAhead).isPresent();
  }

  /** Whether the version that was written by hand is high enough for the commits. */
  private boolean isEnough(ReleaseVersion now, CommitImpact change) {
    ReleaseVersion last = lastReleased().orElseThrow();
    Optional<Level> wanted = level(change, last);
    return wanted.isEmpty()
        || wanted.get().next(last) instanceof Found found
            && found.version().release().compareTo(now.release()) <= 0;
  }

  /** The commits since the last release in words, after a separator; empty if unknown. */
  private String commits(String separator) {
    return changes.map(c -> separator + c.inWords(lastTag())).orElse("");
  }

  private String lastTag() {
    return tags.last().orElseThrow().tag().name();
  }

  private NextRelease with(Choice choice) {
    boolean lagging = isBehind() && (choice.level() instanceof Level.Bump || isAutomatic());
    ReleaseVersion from = lagging || isAutomatic() ? base() : written(choice.level());
    NextVersion next = line.next(choice.level(), from);
    return with(choice, next, lagging, skipped(choice.level().next(from), next));
  }

  /** The reason for a number that is left out, after a separator; empty if none is. */
  private String skipped(NextVersion first, NextVersion next) {
    if (!(first instanceof Found wanted) || !(next instanceof Found found)) {
      return "";
    }
    ReleaseVersion version = wanted.version();
    if (version.equals(found.version())) {
      return "";
    }
    return "; "
        + version.text()
        + (line.tagged().contains(version) ? " is tagged already" : " is below a release");
  }

  /** What a level that was given starts from: X.Y.Z beside a SNAPSHOT of it is not released yet. */
  private ReleaseVersion written(Level level) {
    ReleaseVersion now = current.orElseThrow();
    boolean asItIs = level == Level.Word.CURRENT || level instanceof Level.Explicit;
    return !asItIs && isDeveloping(now) && !line.tagged().contains(now) ? now.development() : now;
  }

  private NextRelease with(Choice choice, NextVersion found, boolean lagging, String skipped) {
    NextVersion next =
        found instanceof Found f
            ? VersionLine.below(group.lead(), f.version()).<NextVersion>map(r -> r).orElse(found)
            : found;
    if (next instanceof Refused refused) {
      refusal = Optional.of(refused);
      problems.add(
          Problem.of(
              Code.LEVEL_REFUSED,
              group.lead().place(),
              "`" + choice.level() + "` of group " + group.name() + ": " + refused.reason(),
              Help.of("write ", Option.of("level", refused.writeInstead()))));
      return without(Verdict.REFUSED, refused.reason());
    }
    ReleaseVersion version = ((Found) next).version();
    List<PackageVersion> versions = PackageVersions.of(group, version);
    String behind = "; " + current.orElseThrow() + " is written, behind " + base();
    String reason = choice.reason() + (lagging ? behind : "") + skipped;
    return new NextRelease(
        unreleased.snapshot().groups(),
        tags,
        Optional.empty(),
        line.released().isEmpty() && isAutomatic() ? Verdict.FIRST : Verdict.RELEASE,
        reason,
        current,
        changes,
        Optional.of(version),
        Optional.of(levelToGive(choice, version, lagging)),
        versions,
        List.of(),
        order(
            versions.stream()
                .filter(v -> v.next().isPresent())
                .map(PackageVersion::member)
                .toList()));
  }

  /** The level for a program that bumps the written version without reading releases. */
  private Level levelToGive(Choice choice, ReleaseVersion version, boolean lagging) {
    if (lagging) {
      return new Level.Explicit(version);
    }
    return current.filter(version::equals).isPresent() ? Level.Word.CURRENT : choice.level();
  }

  private NextRelease without(Verdict verdict, String reason) {
    return new NextRelease(
        unreleased.snapshot().groups(),
        tags,
        Optional.empty(),
        verdict,
        reason,
        current,
        changes,
        Optional.empty(),
        Optional.empty(),
        group.members().stream().map(p -> new PackageVersion(p, Optional.empty())).toList(),
        List.of(),
        List.of());
  }

  /** Reports a version that is too low for the commits. */
  private void compareWithCommits(ReleaseVersion chosen) {
    CommitImpact greatest = changes.map(CommitSummary::greatest).orElse(CommitImpact.NONE);
    boolean fixOfPython = asked == Level.Word.POST && greatest == CommitImpact.FIX;
    if (greatest == CommitImpact.NONE || fixOfPython) {
      return;
    }
    Level wanted = automatic().orElseThrow().level();
    if (line.next(wanted, base()) instanceof Found found
        && chosen.release().compareTo(found.version().release()) < 0) {
      problems.add(
          Problem.of(
              Code.LEVEL_TOO_LOW,
              group.lead().place(),
              "`%s` of group %s is %s, but the commits since %s require %s: %s"
                  .formatted(
                      asked,
                      group.name(),
                      chosen.text(),
                      lastTag(),
                      found.version().text(),
                      changes.orElseThrow().deciding().get(0).title()),
              Help.of("use ", Option.of("level", wanted.toString()), ", or no level")));
    }
  }

  /** The problem as a warning, if the level applies to another group. */
  static Problem onlyOfOneGroup(Problem problem) {
    return problem.code() == Code.LEVEL_REFUSED ? problem.withSeverity(Severity.WARNING) : problem;
  }

  private List<List<Package>> order(List<Package> released) {
    List<Package> publishable = released.stream().filter(Package::publishable).toList();
    List<Package> crates = of(publishable, Ecosystem.CARGO);
    PublishOrder levels =
        PublishOrder.of(
            unreleased.workspace(), crates.stream().map(Package::name).collect(Collectors.toSet()));
    List<List<Package>> steps =
        new ArrayList<>(
            crates.stream()
                .collect(
                    Collectors.groupingBy(
                        crate -> levels.of(crate.name()), TreeMap::new, Collectors.toList()))
                .values());
    steps.add(of(publishable, Ecosystem.PYPI));
    steps.add(of(publishable, Ecosystem.MAVEN));
    return steps.stream().filter(step -> !step.isEmpty()).toList();
  }

  private static List<Package> of(List<Package> packages, Ecosystem ecosystem) {
    return packages.stream()
        .filter(p -> p.ecosystem() == ecosystem)
        .sorted(Comparator.comparing(Package::name))
        .toList();
  }
}
