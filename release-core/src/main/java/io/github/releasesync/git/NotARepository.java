package io.github.releasesync.git;

import java.util.Optional;

/**
 * No work tree: the folder is outside of one, the repository is bare or belongs to another,
 * untrusted user ({@code safe.directory}), or git is not installed.
 *
 * @param reason the reason on one line, in git's own words if available
 * @param remedy the command that makes git read the repository, if there is one
 */
public record NotARepository(String reason, Optional<String> remedy) implements GitAnswer {

  /**
   * No work tree, for a reason.
   *
   * @param reason the reason on one line
   */
  public NotARepository(String reason) {
    this(reason, Optional.empty());
  }
}
