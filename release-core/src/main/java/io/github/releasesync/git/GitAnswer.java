package io.github.releasesync.git;

import java.util.Optional;

/** Whether git knows a folder: the repository, or why there is none. */
public sealed interface GitAnswer permits GitRepository, NotARepository {

  /**
   * The repository.
   *
   * @return empty if git knows none there
   */
  default Optional<GitRepository> repository() {
    return this instanceof GitRepository repository ? Optional.of(repository) : Optional.empty();
  }
}
