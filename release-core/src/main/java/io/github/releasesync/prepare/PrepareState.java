package io.github.releasesync.prepare;

import io.github.releasesync.files.Sha256;
import io.github.releasesync.git.CommitTree;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.GitWriter;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.ShellWord;
import io.github.releasesync.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The state of a prepare, finished or not. Undo reverts only the existing parts. */
public final class PrepareState {

  private static final String RECORD = ".release-sync/change/prepared.json";
  private static final int SHORT_ID = 10;

  private final Path root;
  private final GitRepository repository;
  private final GitWriter writer;

  PrepareState(Path root, GitRepository repository, GitWriter writer) {
    this.root = root;
    this.repository = repository;
    this.writer = writer;
  }

  /**
   * Makes sure that {@link PrepareTransaction#undo} can undo it.
   *
   * @throws ReleaseException with {@link Code#CHANGE_DAMAGED} if the repository changed since
   */
  public void requireUndoable(PrepareRecord prepared) {
    requireBranch(prepared);
    requireStillThere(prepared);
    requireKnown(prepared);
  }

  private void requireBranch(PrepareRecord prepared) {
    if (!repository.branch().orElse("").equals(prepared.branch())) {
      throw ReleaseException.of(
          Code.CHANGE_DAMAGED,
          Place.of(prepared.branch()),
          "the release of "
              + prepared.version()
              + " is on `"
              + prepared.branch()
              + "`, which is not checked out",
          "git switch " + ShellWord.of(prepared.branch()) + ", then run it again");
    }
  }

  /**
   * Makes sure that no commit was made since.
   *
   * @throws ReleaseException with {@link Code#CHANGE_DAMAGED} if there is one
   */
  void requireStillThere(PrepareRecord prepared) {
    Optional<String> head = repository.resolve("HEAD^{commit}");
    boolean untouched = head.filter(prepared.before()::equals).isPresent();
    if (!untouched && head.flatMap(id -> releaseAt(id, prepared)).isEmpty()) {
      throw movedOn(prepared);
    }
  }

  private ReleaseException movedOn(PrepareRecord prepared) {
    String ours = prepared.commit().orElse(prepared.before());
    List<String> later = new ArrayList<>();
    if (repository.resolve(ours + "^{commit}").isPresent() && repository.behind(ours) == 0) {
      repository.commitsSince(
          List.of(ours), Optional.empty(), commit -> later.add(title(commit.message())));
      prepared.development().map(next -> title(next.message())).ifPresent(later::remove);
    }
    if (later.isEmpty() || prepared.commit().isEmpty()) {
      return damaged(
          "`%s` no longer has the prepared release of %s"
              .formatted(prepared.branch(), prepared.version()),
          null);
    }
    return ReleaseException.of(
        Code.CHANGE_DAMAGED,
        Place.of(prepared.branch()),
        "%s the release of %s: %s"
            .formatted(
                Words.count(later.size(), "commit follows", "commits follow"),
                prepared.version(),
                later.get(0) + (later.size() == 1 ? "" : ", ...")),
        "nothing was changed; keep the later commits on another branch and run it again: git branch "
            + FreeBranch.of(writer, "later")
            + " && git reset --keep "
            + ours.substring(0, SHORT_ID)
            + (prepared.done()
                ? "; or keep the release and prepare the next one"
                : "; or keep the release commit and delete " + RECORD));
  }

  private static String title(String message) {
    return message.lines().findFirst().orElse("").strip();
  }

  /**
   * The parts of a prepare that {@link PrepareTransaction#undo} reverts.
   *
   * @param tag its tag
   * @param commit whether its commit exists
   * @param files the files that differ from their old content, from the top of the work tree
   */
  public record Traces(Optional<String> tag, boolean commit, List<String> files) {}

  /** Finds the existing parts; an interrupted prepare has only some of them. */
  public Traces tracesOf(PrepareRecord prepared) {
    Optional<String> head = repository.resolve("HEAD^{commit}");
    Optional<String> commit = made(prepared, head);
    boolean moved = head.filter(prepared.before()::equals).isEmpty();
    List<String> changed = repository.changes(repository.workTree());
    return new Traces(
        prepared.tag().filter(tag -> tagOf(tag, commit).isPresent()),
        moved,
        touched(prepared).stream()
            .filter(path -> moved || changed.stream().anyMatch(c -> isIn(path, c)))
            .toList());
  }

  /**
   * The files that differ from what they were: those of the release, and what hooks committed
   * beside them.
   */
  List<String> touched(PrepareRecord prepared) {
    Set<String> all = new LinkedHashSet<>(prepared.allPaths());
    all.addAll(ofHooks(prepared));
    return List.copyOf(all);
  }

  /** The files that hooks changed in the commits of the release. */
  private List<String> ofHooks(PrepareRecord prepared) {
    Optional<String> head = repository.resolve("HEAD^{commit}");
    return head
        .filter(id -> !id.equals(prepared.before()))
        .map(id -> writer.changed(prepared.before(), id))
        .orElse(List.of())
        .stream()
        .filter(path -> !prepared.allPaths().contains(path))
        .toList();
  }

  /** Whether a path is a changed path or in a new folder, which git reports without its files. */
  static boolean isIn(String path, String changed) {
    return path.equals(changed) || changed.endsWith("/") && path.startsWith(changed);
  }

  /** The release commit, if HEAD is that commit or the one after it. */
  Optional<String> made(PrepareRecord prepared, Optional<String> head) {
    return prepared.commit().or(() -> head.flatMap(id -> releaseAt(id, prepared)));
  }

  /**
   * The release commit, if a commit is that or the one after it. Its id may be missing in the
   * record if the process was killed after the commit.
   */
  private Optional<String> releaseAt(String head, PrepareRecord prepared) {
    if (prepared.commit().filter(head::equals).isPresent()
        || isMade(head, prepared.before(), prepared.message())) {
      return Optional.of(head);
    }
    return prepared
        .commit()
        .filter(
            id -> prepared.development().filter(n -> isMade(head, id, n.message())).isPresent());
  }

  private boolean isMade(String commit, String parent, String message) {
    return repository.resolve(commit + "^1").filter(parent::equals).isPresent()
        && repository.message(commit).strip().equals(message.strip());
  }

  /** The object of a tag that names the release commit. */
  Optional<String> tagOf(String tag, Optional<String> commit) {
    return repository
        .resolve("refs/tags/" + tag)
        .filter(object -> commit.isPresent())
        .filter(object -> repository.resolve(object + "^{commit}").equals(commit));
  }

  /** Refuses to undo if a file was changed since, so that no change is lost. */
  private void requireKnown(PrepareRecord prepared) {
    List<String> changed = repository.changes(repository.workTree());
    for (String path : prepared.allPaths()) {
      Path file = repository.workTree().resolve(path);
      try {
        boolean ours =
            prepared.wrote(
                path, Files.exists(file) ? Sha256.of(file).hex() : PrepareRecord.DELETED);
        if (changed.contains(path) && !ours) {
          throw changedSince(prepared, path);
        }
      } catch (IOException e) {
        throw damaged(path + " cannot be read", e);
      }
    }
    for (String path : ofHooks(prepared)) {
      if (isUnder(changed, path) && !isAsCommitted(path)) {
        throw changedSince(prepared, path);
      }
    }
  }

  private static boolean isUnder(List<String> changed, String path) {
    return changed.stream().anyMatch(c -> isIn(path, c));
  }

  /** Where the process was killed, the index may not know what a hook committed. */
  private boolean isAsCommitted(String path) {
    Path file = repository.workTree().resolve(path);
    String head = repository.resolve("HEAD^{commit}").orElseThrow();
    CommitTree committed = repository.at(head, repository.workTree());
    try {
      return Files.exists(file)
          ? committed.holds(path, Files.readAllBytes(file))
          : !committed.has(path);
    } catch (IOException e) {
      throw damaged(path + " cannot be read", e);
    }
  }

  private ReleaseException changedSince(PrepareRecord prepared, String path) {
    return ReleaseException.of(
        Code.CHANGE_DAMAGED,
        Place.of(path),
        path + " was changed since the release of " + prepared.version() + " was prepared",
        "nothing was changed; stash the file and run it again: git stash push "
            + (repository.resolve(":" + path).isPresent() ? "-- " : "--include-untracked -- ")
            + typed(path));
  }

  /** A path as a user types it in the folder of the release. */
  private String typed(String path) {
    Path file = repository.workTree().resolve(path);
    return ShellWord.of(root.relativize(file).toString().replace('\\', '/'));
  }

  /** A state that only the user can recover. */
  static ReleaseException damaged(String message, Exception cause) {
    return new ReleaseException(
        Problem.of(
            Code.CHANGE_DAMAGED,
            Place.of(RECORD),
            message,
            "see `git status` and `git log`, fix the repository with git, then delete this file"),
        cause);
  }
}
