package io.github.releasesync.prepare;

import io.github.releasesync.changelog.ChangelogEntry;
import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.GitWriter;
import io.github.releasesync.git.RepositoryAddress;
import io.github.releasesync.history.ReleaseEntries;
import io.github.releasesync.next.NextRelease;
import io.github.releasesync.project.group.GroupRelease;
import io.github.releasesync.project.settings.ChangelogSpec;
import io.github.releasesync.project.tree.EditedTree;
import io.github.releasesync.text.FileChange;
import io.github.releasesync.text.SourceText;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The text of a release in changelogs and release notes. */
public final class ReleaseDocuments {

  private final GitRepository repository;
  private final GitWriter writer;
  private final Path root;
  private final Clock clock;

  /**
   * The documents of releases of a repository.
   *
   * @param repository the repository
   * @param writer reads the configuration of git
   * @param root real path of the root
   * @param clock the clock for the date, if none is given
   */
  public ReleaseDocuments(GitRepository repository, GitWriter writer, Path root, Clock clock) {
    this.repository = repository;
    this.writer = writer;
    this.root = root;
    this.clock = clock;
  }

  /**
   * Adds the release to the changelogs of its group; nothing is written to disk.
   *
   * @param snapshot the facts before the release
   * @param release the release
   * @param edited the tree with the new versions
   * @param text options of the text
   * @return the changed changelogs, and the release notes
   */
  public ChangelogUpdate of(
      Snapshot snapshot, NextRelease release, EditedTree edited, ReleaseNotesOptions text) {
    ChangelogSpec spec = snapshot.settings().changelog();
    Changelogs changelogs = new Changelogs(edited, spec);
    Optional<GroupRelease> before = changelogs.previous(release.tags(), release.version());
    List<ChangelogEntry> entries = new ArrayList<>();
    text.note().ifPresent(note -> entries.add(ChangelogEntry.written("Fixed", note, false)));
    boolean fromCommits = release.version().post().isEmpty();
    before
        .filter(last -> fromCommits)
        .ifPresent(
            last ->
                entries.addAll(
                    new ReleaseEntries(repository, root, spec.kinds())
                        .since(
                            snapshot.workspace(),
                            release.groups(),
                            release.group(),
                            last.tag().commit())));
    Map<String, String> versions = new HashMap<>();
    release.targets().texts().forEach((p, version) -> versions.put(p.id(), version));
    return changelogs.update(
        new ChangelogRequest(
            release.tags(),
            release.version(),
            text.date().orElseGet(() -> LocalDate.now(clock)),
            writer.configured("remote.origin.url").flatMap(RepositoryAddress::of),
            versions,
            rootIsOfOthers(snapshot, release),
            entries));
  }

  /**
   * Whether the changelog at the root belongs to the group of a separate follower, whose releases
   * have other numbers.
   */
  private static boolean rootIsOfOthers(Snapshot snapshot, NextRelease release) {
    return release.isSeparate()
        || snapshot.groups().stream()
            .filter(group -> !group.equals(release.group()))
            .flatMap(group -> group.members().stream())
            .anyMatch(p -> p.manifest().indexOf('/') < 0);
  }

  /**
   * The file for the release notes in the release commit.
   *
   * @param text options of the text
   * @param update the release notes
   * @param tree the tree with the new versions
   * @return the file; empty if none is requested
   */
  public Optional<FileChange> notesFile(
      ReleaseNotesOptions text, ChangelogUpdate update, EditedTree tree) {
    return text.notesFile()
        .map(
            file -> {
              String path = file.toString().replace('\\', '/');
              Optional<SourceText> before =
                  tree.exists(path) ? Optional.of(tree.read(path)) : Optional.empty();
              return new FileChange(path, before, SourceText.of(path, update.notes().text()));
            });
  }
}
