package io.github.releasesync.prepare;

import io.github.releasesync.files.FileLock;
import io.github.releasesync.files.FileSystemActions;
import io.github.releasesync.files.FileTransaction;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.GitWriter;
import io.github.releasesync.json.JsonException;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Command;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.text.FileChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Creates the commit and the tag of a release, or leaves the repository unchanged, even if git
 * fails. After a killed process, the next run recovers first.
 */
public final class PrepareTransaction {

  private static final String LOCK = "prepare.lock";

  private final GitRepository repository;
  private final GitWriter writer;
  private final FileSystemActions actions;
  private final FileTransaction change;
  private final Path record;
  private final Path previous;
  private final SavedFiles saved;
  private final PrepareState state;

  public PrepareTransaction(
      Path root, GitRepository repository, GitWriter writer, FileSystemActions actions) {
    this.repository = repository;
    this.writer = writer;
    this.actions = actions;
    this.change = new FileTransaction(root, actions);
    this.record = record(root);
    this.previous = record.resolveSibling("prepared-before.json");
    this.saved = new SavedFiles(repository.workTree(), record.resolveSibling("old"), actions);
    this.state = new PrepareState(root, repository, writer);
  }

  /**
   * The state of a prepare.
   *
   * @return its current state
   */
  public PrepareState state() {
    return state;
  }

  /**
   * The last prepare, finished or not.
   *
   * @throws ReleaseException with {@link Code#CHANGE_DAMAGED} if its record cannot be read
   */
  public Optional<PrepareRecord> last() {
    return last(record);
  }

  /** Whether the last prepare did not finish, according to its record; does not call git. */
  static boolean isUnfinished(Path root) {
    return last(record(root)).filter(prepared -> !prepared.done()).isPresent();
  }

  private static Path record(Path root) {
    return root.resolve(".release-sync").resolve("change").resolve("prepared.json");
  }

  private static Optional<PrepareRecord> last(Path record) {
    try {
      return Files.exists(record)
          ? Optional.of(PrepareRecord.fromJson(Files.readString(record)))
          : Optional.empty();
    } catch (IOException | JsonException e) {
      throw PrepareState.damaged("the record of the last prepare is damaged", e);
    }
  }

  /**
   * Recovers a killed run. A prepare that did not finish is undone, unless its commit may be
   * public.
   *
   * @return a sentence about an interrupted prepare; empty if there was none
   * @throws ReleaseException as {@link #undo}, or with {@link Code#CHANGE_LOCKED} if it is still
   *     running
   */
  Optional<String> repair() {
    return Files.exists(record.getParent()) ? locked(this::repairLocked) : Optional.empty();
  }

  /** Whether no prepare is running. */
  boolean isAtRest() {
    try {
      return new FileLock(record.resolveSibling(LOCK)).isFree();
    } catch (IOException e) {
      throw PrepareState.damaged("the folder of the records cannot be used", e);
    }
  }

  private Optional<String> repairLocked() {
    Optional<PrepareRecord> last = last().filter(prepared -> !prepared.done());
    if (last.isEmpty()) {
      change.repair();
      return Optional.empty();
    }
    Optional<String> seen = last.flatMap(this::seenIn);
    if (seen.isPresent()) {
      forget();
      return Optional.of(
          "a prepare was interrupted, but %s has its commit, so it stays; `tag` can tag it"
              .formatted(seen.get()));
    }
    undoLocked(last.get());
    return Optional.of("rolled back an interrupted prepare");
  }

  /** A remote-tracking branch that has the release commit; no remote is queried. */
  public Optional<String> seenIn(PrepareRecord prepared) {
    return state
        .made(prepared, repository.head())
        .filter(id -> !id.equals(prepared.before()))
        .flatMap(
            id ->
                repository.remoteBranchesWith(id).stream()
                    .filter(name -> !name.endsWith("/HEAD"))
                    .findFirst());
  }

  private void forget() {
    try {
      actions.delete(record);
      actions.delete(previous);
    } catch (IOException e) {
      throw PrepareState.damaged("the remains of the last prepare cannot be deleted", e);
    }
  }

  /**
   * Writes the files, commits and tags.
   *
   * @param planned the plan
   * @param seen the last prepare when the plan was made
   * @param changes the files of the release
   * @param after the files of the commit after it
   * @param sign whether the tag must be signed
   * @return the record of the finished prepare
   * @throws ReleaseException if a step fails, or with {@link Code#CHANGE_LOCKED} if the repository
   *     is no longer as it was for the plan; the repository is unchanged then
   */
  public PrepareRecord make(
      PrepareRecord planned,
      Optional<PrepareRecord> seen,
      List<FileChange> changes,
      List<FileChange> after,
      boolean sign) {
    writer.requireUnlocked();
    return locked(
        () -> {
          requireSeen(planned, seen);
          return makeLocked(begun(planned), changes, after, sign);
        });
  }

  /** Another run may have ended between the reading of the repository and the lock. */
  private void requireSeen(PrepareRecord planned, Optional<PrepareRecord> seen) {
    boolean same =
        last().equals(seen)
            && seen.filter(other -> !other.done()).isEmpty()
            && repository.resolve("HEAD^{commit}").filter(planned.before()::equals).isPresent()
            && writer.branch().equals(planned.branch())
            && planned.tag().flatMap(tag -> repository.resolve("refs/tags/" + tag)).isEmpty();
    if (!same) {
      throw changedMeanwhile();
    }
  }

  private static ReleaseException changedMeanwhile() {
    return ReleaseException.of(
        Code.CHANGE_LOCKED,
        Place.of(".release-sync/change"),
        "another run changed the repository while it was read",
        "run it again");
  }

  /** The first step: what was there is kept, with the record of the last prepare. */
  private PrepareRecord begun(PrepareRecord planned) {
    try {
      PrepareRecord prepared = planned.withOld(saved.save(planned.allPaths()));
      if (Files.exists(record)) {
        actions.write(previous, Files.readAllBytes(record));
      } else {
        actions.delete(previous);
      }
      write(prepared);
      return prepared;
    } catch (IOException e) {
      throw PrepareState.damaged("the record of this prepare cannot be written", e);
    }
  }

  private PrepareRecord makeLocked(
      PrepareRecord planned, List<FileChange> changes, List<FileChange> after, boolean sign) {
    PrepareRecord prepared = planned;
    try {
      change.write(changes);
      for (String path : planned.deleted()) {
        actions.delete(repository.workTree().resolve(path));
      }
      String commit =
          planned.files().isEmpty()
              ? planned.before()
              : writer.commit(planned.paths(), planned.message());
      prepared = planned.withCommit(commit);
      write(prepared);
      if (planned.tag().isPresent()) {
        String object = writer.tag(planned.tag().get(), commit, planned.message(), sign);
        prepared = prepared.withTagObject(object);
      }
      if (planned.development().isPresent()) {
        change.write(after);
        PrepareRecord.Development next = planned.development().get();
        writer.commit(List.copyOf(next.files().keySet()), next.message());
      }
      PrepareRecord done = prepared.finished();
      write(done);
      tidy();
      return done;
    } catch (ReleaseException e) {
      change.repair();
      revert(prepared, e);
      throw undone(e);
    } catch (IOException e) {
      revert(prepared);
      throw PrepareState.damaged("the record of this prepare cannot be written", e);
    }
  }

  /**
   * Undoes tag, commit and files, if they are unchanged since the prepare.
   *
   * @throws ReleaseException with {@link Code#CHANGE_DAMAGED} if the repository changed since
   */
  public void undo(PrepareRecord prepared) {
    locked(
        () -> {
          undoLocked(prepared);
          return prepared;
        });
  }

  private void undoLocked(PrepareRecord prepared) {
    if (!last().equals(Optional.of(prepared))) {
      throw changedMeanwhile();
    }
    writer.requireUnlocked();
    state.requireUndoable(prepared);
    change.repair();
    revert(prepared);
  }

  /** The failure names its cause, and also that it could not be undone. */
  private void revert(PrepareRecord prepared, ReleaseException cause) {
    try {
      revert(prepared);
    } catch (ReleaseException e) {
      throw new ReleaseException(
          Problem.of(
              cause.problem().code(),
              cause.problem().place(),
              cause.problem().message()
                  + "; and the release could not be undone: "
                  + e.problem().message(),
              Help.of(e.problem().help(), "; `", Command.of("rollback"), "` then undoes it")),
          cause);
    }
  }

  private static ReleaseException undone(ReleaseException cause) {
    Problem problem = cause.problem();
    Help help = Help.of(problem.help(), "; nothing was changed");
    return problem.code() == Code.GIT_FAILED
        ? new ReleaseException(
            Problem.of(problem.code(), problem.place(), problem.message(), help), cause)
        : cause;
  }

  /** Undoes a failed prepare, with any changes of files by a failed hook. */
  private void revert(PrepareRecord prepared) {
    state.requireStillThere(prepared);
    List<String> touched = state.touched(prepared);
    Optional<String> head = repository.resolve("HEAD^{commit}");
    Optional<String> commit = state.made(prepared, head);
    prepared.tag().ifPresent(tag -> deleteTag(tag, commit));
    if (head.filter(prepared.before()::equals).isEmpty()) {
      writer.takeBack(head.orElseThrow(), prepared.before());
    }
    try {
      restore(prepared, touched);
      if (!prepared.done() && Files.exists(previous)) {
        actions.replace(previous, record);
      } else {
        actions.delete(record);
      }
    } catch (IOException e) {
      throw PrepareState.damaged("the remains of the last prepare cannot be deleted", e);
    }
    tidy();
  }

  /** Keeps only what the record on disk needs; what cannot be deleted harms nothing. */
  private void tidy() {
    try {
      Optional<PrepareRecord> last = last();
      saved.keepOnly(last.map(prepared -> prepared.old().values()).orElse(List.of()));
      actions.delete(previous);
    } catch (IOException e) {
      // The next prepare tries it again.
      return;
    }
  }

  /** Files as before, in the index too; those that were not there are gone. */
  private void restore(PrepareRecord prepared, List<String> touched) throws IOException {
    List<String> old = new ArrayList<>();
    for (String path : touched) {
      if (repository.resolve(prepared.before() + ":" + path).isPresent()) {
        old.add(path);
      } else {
        writer.forget(path);
        if (!mayBeOlder(prepared, path)) {
          actions.delete(repository.workTree().resolve(path));
        }
      }
    }
    writer.restore(prepared.before(), old);
    saved.restore(prepared.old());
  }

  /** Whether a file was there before: it is known, or a hook added what git ignores. */
  private boolean mayBeOlder(PrepareRecord prepared, String path) {
    return prepared.old().containsKey(path)
        || !prepared.allPaths().contains(path) && !writer.ignored(List.of(path)).isEmpty();
  }

  private void deleteTag(String tag, Optional<String> commit) {
    state.tagOf(tag, commit).ifPresent(object -> writer.deleteTag(tag, object));
  }

  /** Runs work under the lock, so that no other run undoes a prepare that waits for a hook. */
  private <T> T locked(Supplier<T> work) {
    try {
      return new FileLock(change.folder().resolve(LOCK)).holding(work::get);
    } catch (IOException e) {
      throw PrepareState.damaged("the folder of the records cannot be used", e);
    }
  }

  private void write(PrepareRecord prepared) throws IOException {
    Path part = record.resolveSibling("prepared.json.part");
    actions.write(part, prepared.toJson().getBytes(StandardCharsets.UTF_8));
    actions.replace(part, record);
  }
}
