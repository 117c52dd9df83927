package io.github.releasesync;

import io.github.releasesync.git.GitWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code prepare} is asked to do.
 *
 * @param change what to change, and whether only to show it
 * @param level how far the version is raised; {@code current} releases what is written
 * @param options what is raised beside the group, or instead of it
 * @param branches the branches that may be released from; {@code *} is part of a name, {@code **}
 *     any number of parts
 * @param text what the release says of itself
 * @param tag whether the commit is tagged
 * @param sign whether the tag must be signed, also where git is not configured to
 * @param push whether branch and tag are pushed
 * @param remote the remote to push to and to compare with; that of the branch where empty
 * @param offline whether no remote is asked
 * @param acknowledged ids of released fixes that need not be on the branch, or their beginnings
 * @param outputDirectory where the release notes go; relative to the root, {@code
 *     target/release-sync} where empty
 */
public record PrepareRequest(
    ChangeRequest change,
    String level,
    RaiseOptions options,
    List<String> branches,
    ReleaseText text,
    boolean tag,
    boolean sign,
    boolean push,
    Optional<String> remote,
    boolean offline,
    List<String> acknowledged,
    Optional<Path> outputDirectory) {

  /** The message of the commit and of the tag, with a line end. */
  String messageOf(Raise raise) {
    return text.message()
            .replace("{version}", raise.next().text())
            .replace("{group}", raise.group().name())
            .replace("{tag}", raise.tag())
        + "\n";
  }

  /** How the titles of release commits begin. */
  String releaseTitle() {
    String message = text.message();
    int brace = message.indexOf('{');
    return brace < 0 ? message : message.substring(0, brace);
  }

  /** The remote to push to and to compare with, as git itself would choose it; if there is one. */
  Optional<String> remoteOf(Optional<String> branch, GitWriter writer) {
    return remote
        .or(() -> branch.flatMap(name -> writer.configured("branch." + name + ".remote")))
        .or(() -> writer.configured("remote.origin.url").map(url -> "origin"));
  }
}
