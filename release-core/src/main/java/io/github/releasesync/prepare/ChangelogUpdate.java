package io.github.releasesync.prepare;

import io.github.releasesync.changelog.ReleaseNotes;
import io.github.releasesync.problem.Help;
import io.github.releasesync.text.FileChange;
import java.util.List;

/**
 * What a release changes in the changelogs of its group.
 *
 * @param files the files that change or begin
 * @param fragments the fragments that are in them now: for the caller to delete
 * @param notes what the release says to its users
 * @param infos what was not done and why, and what may be missed: sentences without a full stop
 */
public record ChangelogUpdate(
    List<FileChange> files, List<String> fragments, ReleaseNotes notes, List<Help> infos) {

  /** Copies. */
  public ChangelogUpdate {
    files = List.copyOf(files);
    fragments = List.copyOf(fragments);
    infos = List.copyOf(infos);
  }
}
