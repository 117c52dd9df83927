package io.github.releasesync.prepare;

import io.github.releasesync.changelog.ChangelogEntry;
import io.github.releasesync.changelog.CommitKinds;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.goal.Raise;
import io.github.releasesync.goal.TreeChange;
import io.github.releasesync.history.CommitMessage;
import io.github.releasesync.history.ReleaseEntries;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.SeparateFollower;
import io.github.releasesync.project.tree.PastTree;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.WorkspaceReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What came on top of a release commit: a changelog that was written there does not tell of it. */
public final class CommitsAfterRelease {

  private static final int MOST_NAMED = 3;
  private static final int SHORT_ID = 10;

  /** Manifests change for other reasons, too. Reading each of these costs two calls of git. */
  private static final int MOST_LOOKED_AT = 50;

  private final GitRepository repository;
  private final Path root;

  public CommitsAfterRelease(GitRepository repository, Path root) {
    this.repository = repository;
    this.root = root;
  }

  /**
   * The commits after the one that wrote the version, if they change something for users. A merge,
   * squashed or not, wrote what its branch wrote.
   *
   * @param change what was read
   * @param raise the version that is written
   * @param alone the follower, if it is that of one
   * @param kinds which types of commits users are told
   * @return a warning; empty where the version was not raised as far as can be seen
   */
  public Optional<String> afterVersion(
      TreeChange change, Raise raise, Optional<String> alone, CommitKinds kinds) {
    List<Group> groups =
        alone
            .map(id -> SeparateFollower.named(change.groups(), id))
            .map(follower -> follower.apart(change.groups(), raise.group()))
            .orElse(raise.groups());
    return writtenIn(change, stating(raise))
        .flatMap(
            commit -> {
              List<String> later =
                  new ReleaseEntries(repository, root, kinds)
                      .since(change.snapshot().workspace(), groups, raise.group(), commit).stream()
                          .map(ChangelogEntry::commit)
                          .flatMap(Optional::stream)
                          .distinct()
                          .toList();
              return later.isEmpty() ? Optional.empty() : Optional.of(text(raise, commit, later));
            });
  }

  /** The package that states the version: of a fix of Python alone, that one. */
  private static Package stating(Raise raise) {
    return raise.group().members().stream()
        .filter(p -> p.release().filter(raise.current()::equals).isPresent())
        .filter(p -> raise.current().post().isPresent())
        .findFirst()
        .orElse(raise.group().lead());
  }

  private Optional<String> writtenIn(TreeChange change, Package p) {
    if (repository.isPartial()) {
      return Optional.empty();
    }
    for (String commit : repository.commitsOf(root, p.place().file(), MOST_LOOKED_AT)) {
      Optional<String> before =
          repository.resolve(commit + "^1").flatMap(parent -> version(change, p, parent));
      if (before.isEmpty()) {
        return Optional.empty();
      }
      if (!before.equals(p.version())) {
        return Optional.of(commit);
      }
    }
    return Optional.empty();
  }

  private Optional<String> version(TreeChange change, Package p, String commit) {
    PastTree then = new PastTree(repository.at(commit, root), change.tree());
    return new WorkspaceReader()
        .read(then).packages().stream()
            .filter(past -> past.id().equals(p.id()))
            .findFirst()
            .flatMap(Package::version);
  }

  private String text(Raise raise, String written, List<String> later) {
    String version = raise.current().text();
    String named =
        later.stream()
            .limit(MOST_NAMED)
            .map(
                id ->
                    id.substring(0, SHORT_ID)
                        + " "
                        + CommitMessage.of(repository.message(id)).title())
            .collect(Collectors.joining("; "));
    String release = written.substring(0, SHORT_ID);
    return ("%s holds %s that its changelog may not tell of, after %s wrote %s: %s%s;"
            + " without %s: %s, then run it again")
        .formatted(
            raise.tag(),
            later.size() == 1 ? "1 commit" : later.size() + " commits",
            release,
            version,
            named,
            later.size() > MOST_NAMED ? ", ..." : "",
            later.size() == 1 ? "it" : "them",
            "git switch -c release/tag-" + version + " " + release);
  }
}
