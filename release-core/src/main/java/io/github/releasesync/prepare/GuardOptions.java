package io.github.releasesync.prepare;

import io.github.releasesync.git.GitWriter;
import java.util.List;
import java.util.Optional;

/**
 * Options of the guards of a release commit and its tag.
 *
 * @param branches the branches that may be released from; {@code *} is part of a name, {@code **}
 *     any number of parts
 * @param ignored ids of released fixes that need not be on the branch, or their beginnings
 * @param releaseTitle how the titles of release commits begin
 * @param remote the remote to push to and to compare with; where empty, that of the branch
 * @param offline whether no remote is asked
 */
public record GuardOptions(
    List<String> branches,
    List<String> ignored,
    String releaseTitle,
    Optional<String> remote,
    boolean offline) {

  /**
   * The remote to push to and to compare with, as git itself would choose it.
   *
   * @param branch the branch that is checked out
   * @param writer what knows the configuration of git
   * @return the remote; empty if there is none, or several that could be meant
   */
  public Optional<String> remoteOf(Optional<String> branch, GitWriter writer) {
    return remote.or(() -> writer.remoteOf(branch));
  }
}
