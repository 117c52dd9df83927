package io.github.releasesync.prepare;

import io.github.releasesync.changelog.ChangelogEntry;
import io.github.releasesync.facts.Unreleased;
import io.github.releasesync.git.CommitTree;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.GitWriter;
import io.github.releasesync.history.CommitMessage;
import io.github.releasesync.history.ReleaseEntries;
import io.github.releasesync.next.NextRelease;
import io.github.releasesync.project.tree.PastTree;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.WorkspaceReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Commits after the one that wrote a version. The changelog of that commit may not list them.
 *
 * @param tag the tag that would include them
 * @param version the version
 * @param writtenIn the commit that wrote it
 * @param ids the later commits with changes for users, newest first
 * @param titles the titles of the newest of them
 * @param branch a name for a branch without them; none has it yet
 */
public record CommitsAfterRelease(
    String tag,
    String version,
    String writtenIn,
    List<String> ids,
    List<String> titles,
    String branch) {

  /** The most commits with a title. */
  public static final int MOST_NAMED = 3;

  /**
   * The most commits to read: manifests change for other reasons too, and each commit costs two
   * calls of git.
   */
  private static final int MOST_READ = 50;

  /**
   * The commits after the one that wrote the version, if they have changes for users. A merge,
   * squashed or not, counts as the writer of its branch's changes.
   *
   * @param repository the repository
   * @param writer what knows the branches
   * @param root real path of the root
   * @param facts the facts
   * @param release the release of the written version
   * @return the commits; empty if there are none, or no bump of the version was found
   */
  public static Optional<CommitsAfterRelease> find(
      GitRepository repository,
      GitWriter writer,
      Path root,
      Unreleased facts,
      NextRelease release) {
    Optional<String> written = writtenIn(repository, root, facts, stating(release));
    if (written.isEmpty()) {
      return Optional.empty();
    }
    List<String> later =
        new ReleaseEntries(repository, root, facts.snapshot().settings().changelog().kinds())
            .since(facts.workspace(), release.groups(), release.group(), written.get()).stream()
                .map(ChangelogEntry::commit)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    List<String> titles = new ArrayList<>();
    for (String id : later.subList(0, Math.min(MOST_NAMED, later.size()))) {
      titles.add(CommitMessage.of(repository.message(id)).title());
    }
    if (later.isEmpty()) {
      return Optional.empty();
    }
    String version = release.current().orElseThrow().text();
    return Optional.of(
        new CommitsAfterRelease(
            release.tag().orElseThrow(),
            version,
            written.get(),
            later,
            titles,
            FreeBranch.of(writer, "release/tag-" + version)));
  }

  /** The package that states the version: the lead, or the package of a Python-only fix. */
  private static Package stating(NextRelease release) {
    return release.group().members().stream()
        .filter(p -> p.release().isPresent() && p.release().equals(release.current()))
        .filter(p -> p.release().get().post().isPresent())
        .findFirst()
        .orElse(release.group().lead());
  }

  private static Optional<String> writtenIn(
      GitRepository repository, Path root, Unreleased facts, Package p) {
    if (repository.isPartial()) {
      return Optional.empty();
    }
    for (String commit : repository.commitsOf(root, p.place().file(), MOST_READ)) {
      Optional<String> before =
          repository
              .resolve(commit + "^1")
              .flatMap(parent -> version(repository.at(parent, root), facts, p));
      if (before.isEmpty()) {
        return Optional.empty();
      }
      if (!before.equals(p.version())) {
        return Optional.of(commit);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> version(CommitTree then, Unreleased facts, Package p) {
    return new WorkspaceReader()
        .read(new PastTree(then, facts.tree())).packages().stream()
            .filter(past -> past.id().equals(p.id()))
            .findFirst()
            .flatMap(Package::version);
  }
}
