package io.github.releasesync.goal;

import io.github.releasesync.change.TargetVersions;
import io.github.releasesync.next.NextRelease;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupChoice;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.group.SeparateFollower;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Level;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.VersionMapping;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A group, or a follower that is a group of its own for it, and the next version.
 *
 * @param groups the groups of the repository as they count for it
 * @param tags the group, and how it is tagged
 * @param current its version as it is written; of a fix of Python alone, that one
 * @param next its next version
 * @param level how far that is
 * @param alone whether it is of a follower without its group
 */
public record Raise(
    List<Group> groups,
    GroupTags tags,
    ReleaseVersion current,
    ReleaseVersion next,
    Level level,
    boolean alone) {

  /**
   * What a level makes of a group, or of one follower alone.
   *
   * @param groupName the group, if it is named
   * @param alone the follower, such as {@code pypi:engine-tools}, if one is named
   * @throws ReleaseException with {@link Code#LEVEL_INVALID} or {@link Code#LEVEL_REFUSED} if the
   *     level is none or leads nowhere from here, {@link Code#GROUP_UNCLEAR} if several groups
   *     could be meant, {@link Code#PACKAGE_NOT_ALONE} if the package cannot be bumped on its own
   */
  static Raise of(
      TreeChange change, Optional<String> groupName, Optional<String> alone, String levelText) {
    Level level = level(levelText);
    if (alone.isPresent()) {
      return alone(change, SeparateFollower.named(change.groups(), alone.get()), level);
    }
    GroupTags tags = tags(change, groupName);
    Raise raise =
        level == Level.Word.AUTO
            ? asked(change, change.groups(), tags)
            : raise(change, change.groups(), tags, level);
    raise.requireOwnPythonVersions();
    return raise.withoutThoseThatStay();
  }

  /** A wheel takes a dynamic version from its crate, which has none for Python alone. */
  private void requireOwnPythonVersions() {
    if (next.post().isEmpty()) {
      return;
    }
    String text = VersionMapping.spell(next, Ecosystem.PYPI);
    for (Package p : group().members()) {
      boolean meant = targets().texts().containsKey(p) || p.literal().isEmpty();
      boolean stays = meant && !text.equals(targets().texts().get(p));
      if (p.ecosystem() == Ecosystem.PYPI && p.publishable() && stays) {
        throw new ReleaseException(
            Problem.of(
                Code.LEVEL_REFUSED,
                Place.of(p.manifest()),
                p.id()
                    + " takes its version from "
                    + p.place().file()
                    + ", so it cannot be "
                    + next.text()
                    + " alone",
                "write version = \""
                    + next.text()
                    + "\" there for this fix, without dynamic, commit it and write"
                    + " -Drelease-sync.level=current; or -Drelease-sync.level=patch for all"));
      }
    }
    if (targets().texts().isEmpty()) {
      throw new ReleaseException(
          Problem.of(
              Code.LEVEL_REFUSED,
              group().lead().place(),
              "`post` has no effect on group "
                  + group().name()
                  + ": it has no Python package that follows",
              "name the follower that has a version of its own, such as"
                  + " -Drelease-sync.package=pypi:NAME, or write -Drelease-sync.level=patch"));
    }
  }

  /** What happened to followers that keep their version is not what this release brings out. */
  private Raise withoutThoseThatStay() {
    List<Group> apart = groups;
    for (SeparateFollower follower : SeparateFollower.in(List.of(group()))) {
      if (!targets().texts().containsKey(follower.follower())) {
        apart = follower.apart(apart, follower.alone(groups));
      }
    }
    return new Raise(apart, tags, current, next, level, alone);
  }

  /**
   * The version that is written, released or not.
   *
   * @throws ReleaseException with {@link Code#LEVEL_REFUSED} if it is never released, {@link
   *     Code#GROUP_UNCLEAR} if several groups could be meant, {@link Code#PACKAGE_NOT_ALONE} if the
   *     package is none that is released alone
   */
  static Raise written(TreeChange change, Optional<String> groupName, Optional<String> alone) {
    GroupTags tags =
        alone
            .map(id -> SeparateFollower.named(change.groups(), id))
            .map(follower -> change.snapshot().tagsOf(change.groups(), follower))
            .orElseGet(() -> tags(change, groupName));
    ReleaseVersion current = current(change, tags.group());
    Level level = Level.Word.CURRENT;
    return new Raise(
        change.groups(), tags, current, change.next(current, level), level, alone.isPresent());
  }

  private static Raise alone(TreeChange change, SeparateFollower follower, Level level) {
    GroupTags tags = change.snapshot().tagsOf(change.groups(), follower);
    List<Group> groups = follower.apart(change.groups(), tags.group());
    Raise raise =
        level == Level.Word.AUTO ? asked(change, groups, tags) : raise(change, groups, tags, level);
    follower.require(raise.next());
    return raise;
  }

  private static Raise raise(TreeChange change, List<Group> groups, GroupTags tags, Level level) {
    ReleaseVersion current = current(change, tags.group());
    boolean alone = !change.groups().contains(tags.group());
    return new Raise(groups, tags, current, change.next(tags, current, level), level, alone);
  }

  /** What the commits since the last release ask for. */
  private static Raise asked(TreeChange change, List<Group> groups, GroupTags tags) {
    NextRelease release =
        change.asked().releases().stream()
            .filter(r -> r.group().name().equals(tags.group().name()))
            .findFirst()
            .orElseThrow(
                () ->
                    nothing(
                        "none of "
                            + tags.group().name()
                            + " by itself; mvn release-sync:next says what they ask for"));
    if (release.next().isEmpty()) {
      throw nothing(release.reason());
    }
    return new Raise(
        groups,
        tags,
        current(change, tags.group()),
        release.next().get(),
        release.level().orElse(Level.Word.AUTO),
        !change.groups().contains(tags.group()));
  }

  private static ReleaseException nothing(String reason) {
    return new ReleaseException(
        Problem.of(
            Code.LEVEL_REFUSED,
            Place.of("release-sync.level"),
            "the commits ask for no release: " + reason,
            "to release anyway, write the level, for example -Drelease-sync.level=patch"));
  }

  private static GroupTags tags(TreeChange change, Optional<String> groupName) {
    Group group = GroupChoice.choose(change.groups(), groupName, List.of());
    return change.snapshot().tagsOf(change.groups(), group);
  }

  public Group group() {
    return tags.group();
  }

  public TargetVersions targets() {
    return TargetVersions.toRaise(group(), next);
  }

  /** The name of the tag that releases it. */
  public String tag() {
    return tags.nameOf(next);
  }

  ReportLine line() {
    return line(group().name(), current, next, level);
  }

  /** What is raised, from where to where; or what is released as it is written. */
  static ReportLine line(String name, ReleaseVersion current, ReleaseVersion next, Level level) {
    String versions = next.equals(current) ? next.text() : current.text() + " -> " + next.text();
    return ReportLine.info(name + "  " + versions + "  (" + level + ")");
  }

  public static Level level(String text) {
    try {
      return Level.parse(text);
    } catch (InvalidVersionException e) {
      throw new ReleaseException(
          Problem.of(
              Code.LEVEL_INVALID,
              Place.of("release-sync.level"),
              e.getMessage(),
              "write for example -Drelease-sync.level=minor"),
          e);
    }
  }

  /** A fix of Python alone may be ahead of the lead: it is what the next one follows. */
  private static ReleaseVersion current(TreeChange change, Group group) {
    ReleaseVersion lead = change.versionOf(group.lead());
    return group.members().stream()
        .map(Package::release)
        .flatMap(Optional::stream)
        .filter(v -> v.post().isPresent() && v.mapsExactly(lead))
        .max(Comparator.naturalOrder())
        .orElse(lead);
  }
}
