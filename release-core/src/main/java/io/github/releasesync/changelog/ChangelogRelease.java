package io.github.releasesync.changelog;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A release, as a changelog names it.
 *
 * @param version its version, as the heading shall spell it, without {@code v}
 * @param date its day
 * @param tag its tag
 * @param previousTag the tag of the release before it; empty for the first
 * @param repository where its source can be seen, such as {@code https://github.com/owner/name}
 * @param name the package, for files whose headings name one; empty if that is not known
 */
public record ChangelogRelease(
    String version,
    LocalDate date,
    String tag,
    Optional<String> previousTag,
    Optional<String> repository,
    Optional<String> name) {

  /**
   * Where the changes since the release before can be seen.
   *
   * @return empty if there is none before, or the repository is of no forge that is known: GitHub,
   *     GitLab, Codeberg and other Forgejo or Gitea
   */
  public Optional<String> compareUrl() {
    return CompareUrl.of(this).map(CompareUrl::toString);
  }
}
