package io.github.releasesync.goal;

import io.github.releasesync.git.GitWriter;
import io.github.releasesync.prepare.ReleaseNotesOptions;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code prepare} is asked to do.
 *
 * @param change what to change, and whether only to show it
 * @param level how far the version is raised; {@code current} releases what is written
 * @param options what is raised beside the group, or instead of it
 * @param development the level of the development version that a second commit writes, such as
 *     {@code minor-development}; empty for none
 * @param branches the branches that may be released from; {@code *} is part of a name, {@code **}
 *     any number of parts
 * @param text what the release says of itself
 * @param tag whether the commit is tagged
 * @param sign whether the tag must be signed, also where git is not configured to
 * @param push whether branch and tag are pushed
 * @param remote the remote to push to and to compare with; that of the branch where empty
 * @param offline whether no remote is asked
 * @param ignored ids of released fixes that need not be on the branch, or their beginnings
 * @param outputDirectory where the release notes go; relative to the root, {@code
 *     target/release-sync} where empty
 */
public record PrepareRequest(
    ChangeRequest change,
    String level,
    RaiseOptions options,
    Optional<String> development,
    List<String> branches,
    ReleaseNotesOptions text,
    boolean tag,
    boolean sign,
    boolean push,
    Optional<String> remote,
    boolean offline,
    List<String> ignored,
    Optional<Path> outputDirectory) {

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
          throw new ReleaseException(
              Problem.of(
                  Code.CONFIGURATION_INVALID,
                  Place.of("release-sync.developmentVersion"),
                  "`" + part.strip() + "` is not known",
                  "write patch, minor or major: what is meant to come next"));
    };
  }

  /**
   * Makes sure that nothing is developed on top of a release that is tagged later, elsewhere.
   *
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if it would be
   */
  void requireTagForDevelopment() {
    if (development.isPresent() && !tag) {
      throw new ReleaseException(
          Problem.of(
              Code.CONFIGURATION_INVALID,
              Place.of("release-sync.developmentVersion"),
              "without a tag, the release is the last commit of its branch",
              "leave it out, and after the tag: mvn release-sync:bump -Drelease-sync.level="
                  + development.get()));
    }
  }

  /**
   * The message of the commit and of the tag, with a line end. A follower that is released alone is
   * named, because its group has the same numbers.
   */
  String messageOf(Raise raise) {
    boolean named = text.message().contains("{group}") || text.message().contains("{tag}");
    String version = raise.next().text();
    return text.message()
            .replace(
                "{version}",
                raise.alone() && !named ? raise.group().name() + " " + version : version)
            .replace("{group}", raise.group().name())
            .replace("{tag}", raise.tag())
        + "\n";
  }

  /** How the titles of release commits begin. */
  public String releaseTitle() {
    String message = text.message();
    int brace = message.indexOf('{');
    return brace < 0 ? message : message.substring(0, brace);
  }

  /** The remote to push to and to compare with, as git itself would choose it; if there is one. */
  public Optional<String> remoteOf(Optional<String> branch, GitWriter writer) {
    return remote.or(() -> writer.remoteOf(branch));
  }
}
