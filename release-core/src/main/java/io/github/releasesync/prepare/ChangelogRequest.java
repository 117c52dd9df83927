package io.github.releasesync.prepare;

import io.github.releasesync.changelog.ChangelogEntry;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.ReleaseVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A release of a group, for its changelogs.
 *
 * @param tags the group and its tags
 * @param version the release version
 * @param date its day
 * @param repository where the source can be seen, such as {@code https://github.com/owner/name}
 * @param versions the new version of each package that is released, by {@link Package#id()}, as it
 *     is spelled there
 * @param rootIsOfOthers whether a changelog at the root speaks of another group, unless its
 *     headings name packages
 * @param entries from commits, the newest first
 */
public record ChangelogRequest(
    GroupTags tags,
    ReleaseVersion version,
    LocalDate date,
    Optional<String> repository,
    Map<String, String> versions,
    boolean rootIsOfOthers,
    List<ChangelogEntry> entries) {

  /** Copies. */
  public ChangelogRequest {
    versions = Map.copyOf(versions);
    entries = List.copyOf(entries);
  }
}
