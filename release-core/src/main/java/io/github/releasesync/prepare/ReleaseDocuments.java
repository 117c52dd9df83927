package io.github.releasesync.prepare;

import io.github.releasesync.changelog.ChangelogEntry;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.GitWriter;
import io.github.releasesync.git.RepositoryAddress;
import io.github.releasesync.goal.Raise;
import io.github.releasesync.goal.TreeChange;
import io.github.releasesync.history.ReleaseEntries;
import io.github.releasesync.project.group.GroupRelease;
import io.github.releasesync.project.settings.Settings;
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

/** What a release says of itself: in changelogs, and in its notes. */
public final class ReleaseDocuments {

  private final GitRepository repository;
  private final GitWriter writer;
  private final Path root;
  private final Clock clock;

  public ReleaseDocuments(GitRepository repository, GitWriter writer, Path root, Clock clock) {
    this.repository = repository;
    this.writer = writer;
    this.root = root;
    this.clock = clock;
  }

  /**
   * Writes the release into the changelogs of its group; nothing reaches the disk.
   *
   * @param change what was read
   * @param raise the release
   * @param edited the tree with the new versions
   * @param settings what is configured
   * @param text what the user has to say
   */
  public ChangelogUpdate of(
      TreeChange change,
      Raise raise,
      EditedTree edited,
      Settings settings,
      ReleaseNotesOptions text) {
    Changelogs changelogs = new Changelogs(edited, settings.changelog());
    Optional<GroupRelease> before = changelogs.previous(raise.tags(), raise.next());
    List<ChangelogEntry> entries = new ArrayList<>();
    text.note().ifPresent(note -> entries.add(ChangelogEntry.written("Fixed", note, false)));
    boolean told = raise.next().post().isEmpty();
    before
        .filter(release -> told)
        .ifPresent(
            release ->
                entries.addAll(
                    new ReleaseEntries(repository, root, settings.changelog().kinds())
                        .since(
                            change.snapshot().workspace(),
                            raise.groups(),
                            raise.group(),
                            release.tag().commit())));
    Map<String, String> versions = new HashMap<>();
    raise.targets().texts().forEach((p, version) -> versions.put(p.id(), version));
    return changelogs.update(
        new ChangelogRequest(
            raise.tags(),
            raise.next(),
            text.date().orElseGet(() -> LocalDate.now(clock)),
            writer.configured("remote.origin.url").flatMap(RepositoryAddress::of),
            versions,
            rootIsOfOthers(change, raise),
            entries));
  }

  /** Releases of a follower alone would stand among those of its group, with other numbers. */
  private static boolean rootIsOfOthers(TreeChange change, Raise raise) {
    return raise.alone()
        || change.groups().stream()
            .filter(group -> !group.equals(raise.group()))
            .flatMap(group -> group.members().stream())
            .anyMatch(p -> p.manifest().indexOf('/') < 0);
  }

  /** The file for the release notes that is part of the commit, if one is wanted. */
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
