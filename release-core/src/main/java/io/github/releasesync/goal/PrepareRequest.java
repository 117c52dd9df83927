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
 * @param change the repository and the group to change, and whether it is a dry run
 * @param level the level of the bump; {@code current} releases the written version
 * @param options the packages to bump besides the group, or instead of it
 * @param development the level of the development version that a second commit writes, such as
 *     {@code minor-development}; empty for none
 * @param branches patterns of release branches; {@code *} matches one segment or part of it, {@code
 *     **} any number of segments
 * @param text options of the text of the release
 * @param tag whether the commit is tagged
 * @param sign whether the tag must be signed even if git is not configured to sign
 * @param push whether branch and tag are pushed
 * @param remote the remote to push to and to compare with; if empty, the remote of the branch
 * @param offline whether to skip queries to remotes
 * @param ignored ids or id prefixes of released fixes that may be missing on the branch
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
   * @param part {@code patch}, {@code minor} or {@code major}: the intended part of the release
   *     after the next one; {@code none} or null for no development version
   * @return the level for {@code bump}
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} for another value
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
              "`" + part.strip() + "` is not a valid value",
              "write patch, minor or major: the planned next release");
    };
  }

  /**
   * Refuses a development version if the release is not tagged in the same run.
   *
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if a development version is
   *     requested without a tag
   */
  void requireTagForDevelopment() {
    if (development.isPresent() && !tag) {
      throw ReleaseException.of(
          Code.CONFIGURATION_INVALID,
          Place.of("release-sync.developmentVersion"),
          "without a tag, the release must stay the last commit of its branch",
          Help.of(
              "leave it out, and after the tag: ",
              Command.of("bump", Option.of("level", development.get()))));
    }
  }

  /**
   * The group or package to release.
   *
   * @return the selection of the user
   */
  public Selection selection() {
    return new Selection(change.group(), options.separate());
  }

  /**
   * Options of the draft.
   *
   * @return the options
   */
  public DraftOptions draft() {
    return new DraftOptions(selection(), level, options.bumpDependents(), development, text);
  }

  /**
   * Options of the guards.
   *
   * @return the options
   */
  public GuardOptions guards() {
    return new GuardOptions(branches, ignored, text.releaseTitle(), remote, offline);
  }
}
