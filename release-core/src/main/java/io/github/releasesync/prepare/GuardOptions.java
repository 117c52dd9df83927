package io.github.releasesync.prepare;

import io.github.releasesync.git.GitWriter;
import java.util.List;
import java.util.Optional;

/**
 * Options of the guards of a release commit and its tag.
 *
 * @param branches patterns of release branches; {@code *} matches one segment or part of it, {@code
 *     **} any number of segments
 * @param ignored ids or id prefixes of released fixes that may be missing on the branch
 * @param releaseTitle the beginning of the titles of release commits
 * @param remote the remote to push to and to compare with; if empty, the remote of the branch
 * @param offline whether to skip queries to remotes
 */
public record GuardOptions(
    List<String> branches,
    List<String> ignored,
    String releaseTitle,
    Optional<String> remote,
    boolean offline) {

  /**
   * The remote to push to and to compare with, chosen in the same way as in git.
   *
   * @param branch the checked-out branch
   * @param writer reads the configuration of git
   * @return the remote; empty if there is none, or the choice is ambiguous
   */
  public Optional<String> remoteOf(Optional<String> branch, GitWriter writer) {
    return remote.or(() -> writer.remoteOf(branch));
  }
}
