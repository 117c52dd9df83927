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
 * @param date the date of the release
 * @param repository the web address of the source, such as {@code https://github.com/owner/name}
 * @param versions the new version of each released package in the notation of its ecosystem, by
 *     {@link Package#id()}
 * @param rootIsOfOthers whether a changelog at the root belongs to another group, unless its
 *     headings name packages
 * @param entries the entries from commits, newest first
 */
public record ChangelogRequest(
    GroupTags tags,
    ReleaseVersion version,
    LocalDate date,
    Optional<String> repository,
    Map<String, String> versions,
    boolean rootIsOfOthers,
    List<ChangelogEntry> entries) {

  /** Copies the collections. */
  public ChangelogRequest {
    versions = Map.copyOf(versions);
    entries = List.copyOf(entries);
  }
}
