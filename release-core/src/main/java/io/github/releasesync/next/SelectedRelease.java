package io.github.releasesync.next;

import io.github.releasesync.change.TargetVersions;
import io.github.releasesync.facts.Unreleased;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupChoice;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.group.SeparateFollower;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.Ecosystem;
import io.github.releasesync.version.InvalidVersionException;
import io.github.releasesync.version.Level;
import io.github.releasesync.version.NextVersion.Refused;
import io.github.releasesync.version.ReleaseVersion;
import io.github.releasesync.version.VersionMapping;
import java.util.List;
import java.util.Optional;

/** The next release of the selected group or package, for bump, prepare and next. */
public final class SelectedRelease {

  private final Unreleased facts;
  private final List<Group> groups;
  private final GroupTags tags;
  private final Optional<SeparateFollower> separate;

  private SelectedRelease(Unreleased facts, Selection selection) {
    this.facts = facts;
    List<Group> all = facts.snapshot().groups();
    this.separate = selection.separate().map(id -> SeparateFollower.named(all, id));
    if (separate.isPresent()) {
      this.tags = tagsOf(facts, separate.get());
      this.groups = separate.get().apart(all, tags.group());
    } else {
      this.tags = tagsOf(facts, GroupChoice.toBump(facts.groups(), selection.group()));
      this.groups = all;
    }
    VersionLine.requireVersion(tags.group());
  }

  /**
   * The next release by a level.
   *
   * @param facts the facts; with the commits if the level is {@code auto}
   * @param selection the group or package
   * @param level the level
   * @return a release with a next version
   * @throws ReleaseException with {@link Code#LEVEL_REFUSED} if the level does not apply, {@link
   *     Code#NOT_PORTABLE} if no version is written, {@link Code#GROUP_UNCLEAR} if several groups
   *     match, {@link Code#PACKAGE_NOT_ALONE} if the package cannot be released on its own
   */
  public static NextRelease of(Unreleased facts, Selection selection, Level level) {
    SelectedRelease selected = new SelectedRelease(facts, selection);
    NextRelease release = level == Level.Word.AUTO ? selected.automatic() : selected.by(level);
    if (selected.separate.isPresent()) {
      selected.separate.get().require(release.version());
      return release;
    }
    requireOwnPythonVersions(release);
    return withoutThoseThatStay(release);
  }

  /**
   * The release of the written version, released or not.
   *
   * @param facts the facts
   * @param selection the group or package
   * @return a release with a next version
   * @throws ReleaseException as {@link #of}
   */
  public static NextRelease written(Unreleased facts, Selection selection) {
    SelectedRelease selected = new SelectedRelease(facts, selection);
    NextReleaseFinder finder = selected.finder(Level.Word.CURRENT);
    return selected.found(finder.written(), finder);
  }

  /**
   * The next release of a group by a level, caused by another release.
   *
   * @param facts the facts
   * @param tags the group and its tags
   * @param level a level that is not automatic
   * @throws ReleaseException as {@link #of}
   */
  static NextRelease of(Unreleased facts, GroupTags tags, Level level) {
    VersionLine.requireVersion(tags.group());
    NextReleaseFinder finder = new NextReleaseFinder(facts, tags, tags.group(), level);
    return required(finder.find(), finder);
  }

  /**
   * The level in the notation of users.
   *
   * @param text the level, such as {@code minor-alpha}
   * @return the level
   * @throws ReleaseException with {@link Code#LEVEL_INVALID} if it is invalid
   */
  public static Level level(String text) {
    try {
      return Level.parse(text);
    } catch (InvalidVersionException e) {
      throw new ReleaseException(
          Problem.of(
              Code.LEVEL_INVALID,
              Place.of("release-sync.level"),
              e.getMessage(),
              Help.of("write for example ", Option.of("level", "minor"))),
          e);
    }
  }

  private NextReleaseFinder finder(Level level) {
    return new NextReleaseFinder(facts, tags, tags.group(), level);
  }

  private NextRelease by(Level level) {
    NextReleaseFinder finder = finder(level);
    return found(finder.find(), finder).by(level);
  }

  /** The release that the commits since the last one require. */
  private NextRelease automatic() {
    NextRelease release =
        NextReleases.of(facts, Level.Word.AUTO).releases().stream()
            .filter(r -> r.group().name().equals(tags.group().name()))
            .findFirst()
            .orElseThrow(
                () ->
                    nothing(
                        "none of " + tags.group().name() + " by itself",
                        Help.of(Command.of("next"), " shows what they require; ")));
    if (release.next().isEmpty()) {
      throw nothing(release.reason(), Help.of());
    }
    return among(release);
  }

  private static ReleaseException nothing(String reason, Help more) {
    return ReleaseException.of(
        Code.LEVEL_REFUSED,
        Place.of("release-sync.level"),
        "the commits require no release: " + reason,
        Help.of(
            more, "to release anyway, write the level, for example ", Option.of("level", "patch")));
  }

  private NextRelease found(NextRelease release, NextReleaseFinder finder) {
    return among(required(release, finder));
  }

  private NextRelease among(NextRelease release) {
    return separate.map(follower -> release.of(follower.group())).orElse(release).among(groups);
  }

  private static NextRelease required(NextRelease release, NextReleaseFinder finder) {
    if (finder.refusal().isPresent()) {
      Refused refused = finder.refusal().get();
      throw ReleaseException.of(
          Code.LEVEL_REFUSED,
          Place.of("release-sync.level"),
          refused.reason(),
          Help.of("write ", Option.of("level", refused.writeInstead())));
    }
    return release;
  }

  private static GroupTags tagsOf(Unreleased facts, Group group) {
    return facts.groups().stream().filter(t -> t.group().equals(group)).findFirst().orElseThrow();
  }

  private static GroupTags tagsOf(Unreleased facts, SeparateFollower follower) {
    return facts.followers().stream()
        .filter(f -> f.follower().equals(follower))
        .map(Unreleased.Follower::tags)
        .findFirst()
        .orElseThrow();
  }

  /** The release without the changes of followers that keep their version. */
  private static NextRelease withoutThoseThatStay(NextRelease release) {
    List<Group> apart = release.groups();
    for (SeparateFollower follower : SeparateFollower.in(List.of(release.group()))) {
      if (!release.targets().texts().containsKey(follower.follower())) {
        apart = follower.apart(apart, follower.alone(release.groups()));
      }
    }
    return release.among(apart);
  }

  /** Refuses a Python-only fix of a wheel with a dynamic version: its crate keeps its version. */
  private static void requireOwnPythonVersions(NextRelease release) {
    ReleaseVersion next = release.version();
    if (next.post().isEmpty()) {
      return;
    }
    TargetVersions targets = release.targets();
    String text = VersionMapping.spell(next, Ecosystem.PYPI);
    for (Package p : release.group().members()) {
      boolean meant = targets.texts().containsKey(p) || p.literal().isEmpty();
      boolean stays = meant && !text.equals(targets.texts().get(p));
      if (p.ecosystem() == Ecosystem.PYPI && p.publishable() && stays) {
        throw takenFromCrate(p, next);
      }
    }
    if (targets.texts().isEmpty()) {
      throw ReleaseException.of(
          Code.LEVEL_REFUSED,
          release.group().lead().place(),
          "`post` has no effect on group "
              + release.group().name()
              + ": it has no Python package that follows",
          Help.of(
              "name a follower with its own version, such as ",
              Option.of("package", "pypi:NAME"),
              ", or write ",
              Option.of("level", "patch")));
    }
  }

  private static ReleaseException takenFromCrate(Package p, ReleaseVersion next) {
    return ReleaseException.of(
        Code.LEVEL_REFUSED,
        Place.of(p.manifest()),
        p.id()
            + " takes its version from "
            + p.place().file()
            + ", so it cannot be "
            + next.text()
            + " on its own",
        Help.of(
            "write version = \""
                + next.text()
                + "\" there for this fix, without dynamic, commit it and write ",
            Option.of("level", "current"),
            "; or ",
            Option.of("level", "patch"),
            " for all"));
  }
}
