package io.github.releasesync.prepare;

import io.github.releasesync.changelog.ReleaseNotes;
import io.github.releasesync.problem.Help;
import io.github.releasesync.text.FileChange;
import java.util.List;

/**
 * The changes of a release in the changelogs of its group.
 *
 * @param files the changed and the new files
 * @param fragments the merged fragments, which the caller deletes
 * @param notes the release notes
 * @param infos notes about skipped changes and possible omissions, as sentences without a full stop
 */
public record ChangelogUpdate(
    List<FileChange> files, List<String> fragments, ReleaseNotes notes, List<Help> infos) {

  /** Copies the lists. */
  public ChangelogUpdate {
    files = List.copyOf(files);
    fragments = List.copyOf(fragments);
    infos = List.copyOf(infos);
  }
}
