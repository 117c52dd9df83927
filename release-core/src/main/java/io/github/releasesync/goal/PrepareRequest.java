package io.github.releasesync.goal;

import io.github.releasesync.next.Selection;
import io.github.releasesync.prepare.DraftOptions;
import io.github.releasesync.prepare.GuardOptions;
import io.github.releasesync.prepare.ReleaseNotesOptions;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Option;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.settings.RuleSpec;
import java.util.List;
import java.util.Optional;

/**
 * Options of the prepare and tag goals.
 *
 * @param change what to change, and whether only to show it
 * @param level how far the version is bumped; {@code current} releases what is written
 * @param options what is bumped beside the group, or instead of it
 * @param development the level of the development version that a second commit writes, such as
 *     {@code minor-development}; empty for none
 * @param branches the branches that may be released from; {@code *} is part of a name, {@code **}
 *     any number of parts
 * @param text options of the text of the release
 * @param tag whether the commit is tagged
 * @param sign whether the tag must be signed, also where git is not configured to
 * @param push whether branch and tag are pushed
 * @param remote the remote to push to and to compare with; that of the branch where empty
 * @param offline whether no remote is asked
 * @param ignored ids of released fixes that need not be on the branch, or their beginnings
 * @param rules severities of findings, as for check
 */
public record PrepareRequest(
    ChangeRequest change,
    String level,
    BumpOptions options,
    Optional<String> development,
    List<String> branches,
    ReleaseNotesOptions text,
    boolean tag,
    boolean sign,
    boolean push,
    Optional<String> remote,
    boolean offline,
    List<String> ignored,
    List<RuleSpec> rules) {

  /**
   * The level of a development version.
   *
   * @param part {@code patch}, {@code minor} or {@code major}: what the release after the next is
   *     meant to be; {@code none} or null for no development version
   * @return the level, as {@code bump} takes it
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} for another word
   */
  public static Optional<String> developmentLevel(String part) {
    return switch (part == null ? "none" : part.strip()) {
      case "none" -> Optional.empty();
      case "patch" -> Optional.of("development");
      case "minor" -> Optional.of("minor-development");
      case "major" -> Optional.of("major-development");
      default ->
          throw ReleaseException.of(
              Code.CONFIGURATION_INVALID,
              Place.of("release-sync.developmentVersion"),
              "`" + part.strip() + "` is not known",
              "write patch, minor or major: what is meant to come next");
    };
  }

  /**
   * Makes sure that nothing is developed on top of a release that is tagged later, elsewhere.
   *
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if it would be
   */
  void requireTagForDevelopment() {
    if (development.isPresent() && !tag) {
      throw ReleaseException.of(
          Code.CONFIGURATION_INVALID,
          Place.of("release-sync.developmentVersion"),
          "without a tag, the release is the last commit of its branch",
          Help.of(
              "leave it out, and after the tag: ",
              Command.of("bump", Option.of("level", development.get()))));
    }
  }

  /**
   * The group or package to release.
   *
   * @return what the user named
   */
  public Selection selection() {
    return new Selection(change.group(), options.separate());
  }

  /**
   * Options of the draft.
   *
   * @return what to release
   */
  public DraftOptions draft() {
    return new DraftOptions(selection(), level, options.bumpDependents(), development, text);
  }

  /**
   * Options of the guards.
   *
   * @return what is allowed
   */
  public GuardOptions guards() {
    return new GuardOptions(branches, ignored, text.releaseTitle(), remote, offline);
  }
}
