package io.github.releasesync.history;

import io.github.releasesync.git.Commit;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.PastFile;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.CommitImpact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the commits since a release, and finds the groups that each of them counts for. */
final class OwnedCommits {

  private final GitRepository repository;
  private final Path root;
  private final Ownership ownership;

  /** A change of a file that packages share. */
  private record SharedChange(CommitRange.Entry entry, Optional<PastFile> before, PastFile after) {}

  OwnedCommits(GitRepository repository, Path root, Ownership ownership) {
    this.repository = repository;
    this.root = root;
    this.ownership = ownership;
  }

  /**
   * The commits of HEAD's history that a release does not have. Git is asked once, and two or three
   * times more if one of them changes a file that packages share.
   *
   * @param released the commit of the release
   * @param withPaths whether the files of commits are needed
   * @param each receives every commit too
   */
  CommitRange since(String released, boolean withPaths, Consumer<Commit> each) {
    CommitRange range = new CommitRange(ownership::owners);
    List<SharedChange> shared = new ArrayList<>();
    repository.commitsSince(
        List.of(released),
        withPaths ? Optional.of(root) : Optional.empty(),
        commit -> {
          range.add(commit);
          addShared(commit, range.last(), shared);
          each.accept(commit);
        });
    addOwners(shared);
    return range;
  }

  /**
   * Locks are the larger files, and most of their changes are updates without impact on users:
   * those are not read, and count for no group.
   */
  private void addShared(Commit commit, CommitRange.Entry entry, List<SharedChange> shared) {
    boolean hasImpact = entry.change() != CommitImpact.NONE || !entry.reverts().isEmpty();
    for (String path : ownership.sharedFiles(commit)) {
      if ((hasImpact || !ownership.shared().isLock(path)) && path.indexOf('\n') < 0) {
        shared.add(
            new SharedChange(
                entry,
                commit.parents().stream().findFirst().map(parent -> new PastFile(parent, path)),
                new PastFile(commit.id(), path)));
      }
    }
  }

  private void addOwners(List<SharedChange> shared) {
    if (shared.isEmpty()) {
      return;
    }
    if (repository.isPartial()) {
      // The contents of the past may not be there, and are not fetched.
      shared.forEach(change -> add(change, ownership.shared().sharing(change.after().path())));
      return;
    }
    Set<PastFile> files = new LinkedHashSet<>();
    for (SharedChange change : shared) {
      files.add(change.after());
      change.before().ifPresent(files::add);
    }
    Map<PastFile, SharedFiles.Content> contents =
        repository.contents(
            root, files, (file, bytes) -> ownership.shared().read(file.path(), bytes));
    for (SharedChange change : shared) {
      add(
          change,
          ownership
              .shared()
              .changed(
                  change.after().path(),
                  change.before().map(contents::get),
                  Optional.ofNullable(contents.get(change.after()))));
    }
  }

  private void add(SharedChange change, List<Package> packages) {
    change.entry().owners().or(ownership.ownersOf(change.after().path(), packages));
  }
}
