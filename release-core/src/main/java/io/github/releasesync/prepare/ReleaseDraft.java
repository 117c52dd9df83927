package io.github.releasesync.prepare;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.files.Sha256;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.next.NextRelease;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.text.FileChange;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A release that is not written yet.
 *
 * @param release the release
 * @param dependents the releases that are bumped because they depend on it
 * @param tooLow a warning if its level is too low for its commits
 * @param after the facts after the commit and before the tag
 * @param documents changelogs and notes
 * @param files the files of the release commit
 * @param development the development version after it, if requested
 * @param developmentFiles the files of the commit after it
 */
public record ReleaseDraft(
    NextRelease release,
    List<NextRelease> dependents,
    Optional<Problem> tooLow,
    Snapshot after,
    ChangelogUpdate documents,
    List<FileChange> files,
    Optional<NextRelease> development,
    List<FileChange> developmentFiles) {

  /**
   * The changes of the release, for reports.
   *
   * @return the changes
   */
  public ReleaseChanges changes() {
    return new ReleaseChanges(
        release, dependents, tooLow, files, documents.fragments(), documents.infos(), development);
  }

  /**
   * The record of the release before its first step.
   *
   * @param git the repository, at the commit that the release follows
   * @param root real path of the root
   * @param before the id of that commit
   * @param message the message of commit and tag
   * @param tagged whether the commit gets a tag
   * @return the record
   */
  public PrepareRecord record(
      GitRepository git, Path root, String before, String message, boolean tagged) {
    Map<String, String> digests = digests(git, root, files);
    git.pathsOf(root, documents.fragments())
        .forEach(path -> digests.put(path, PrepareRecord.DELETED));
    return new PrepareRecord(
        release.name(),
        git.branch().orElse(""),
        before,
        message,
        release.tag().filter(name -> tagged),
        digests,
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        development.map(
            next ->
                new PrepareRecord.Development(
                    "align: develop " + next.version().text() + "\n",
                    digests(git, root, developmentFiles))),
        false);
  }

  private static Map<String, String> digests(
      GitRepository git, Path root, List<FileChange> changes) {
    Map<String, String> digests = new LinkedHashMap<>();
    for (FileChange file : changes) {
      String path = git.pathsOf(root, List.of(file.path())).get(0);
      digests.put(path, Sha256.of(file.after().bytes()).hex());
    }
    return digests;
  }
}
