package io.github.releasesync;

import io.github.releasesync.artifact.Sha256;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.GitWriter;
import io.github.releasesync.json.JsonException;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.report.ReportLine;
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
 * Makes the commit and the tag of a release, or leaves everything as it was: also after a failure
 * of git, and after the process was killed, when the next run comes here first.
 */
final class ReleaseCommit {

  private static final String LOCK = "prepare.lock";

  private final GitRepository repository;
  private final GitWriter writer;
  private final FileActions actions;
  private final AtomicChange change;
  private final Path record;

  ReleaseCommit(Path root, GitRepository repository, GitWriter writer, FileActions actions) {
    this.repository = repository;
    this.writer = writer;
    this.actions = actions;
    this.change = new AtomicChange(root, actions);
    this.record = record(root);
  }

  /**
   * The last prepare, finished or not.
   *
   * @throws ReleaseException with {@link Code#CHANGE_DAMAGED} if its record cannot be read
   */
  Optional<PreparedRelease> last() {
    return last(record);
  }

  /** Whether the record of the last prepare says that it did not come to its end; asks no git. */
  static boolean isUnfinished(Path root) {
    return last(record(root)).filter(prepared -> !prepared.done()).isPresent();
  }

  private static Path record(Path root) {
    return root.resolve(".release-sync").resolve("change").resolve("prepared.json");
  }

  private static Optional<PreparedRelease> last(Path record) {
    try {
      return Files.exists(record)
          ? Optional.of(PreparedRelease.fromJson(Files.readString(record)))
          : Optional.empty();
    } catch (IOException | JsonException e) {
      throw damaged("the record of the last prepare is not as it was written", e);
    }
  }

  /**
   * Puts right what a run left that was killed: its files are whole, and a prepare that did not
   * come to its end is undone, unless others may have seen its commit.
   *
   * @return what became of a prepare, if there was one
   * @throws ReleaseException as {@link #undo}, with {@link Code#CHANGE_LOCKED} if it is at work
   *     still
   */
  Optional<ReportLine> repair() {
    return Files.exists(record.getParent()) ? alone(this::repairAlone) : Optional.empty();
  }

  /** Whether no prepare is at work now. */
  boolean isAtRest() {
    try {
      return new ChangeLock(record.resolveSibling(LOCK)).isFree();
    } catch (IOException e) {
      throw damaged("the folder of the records cannot be used", e);
    }
  }

  private Optional<ReportLine> repairAlone() {
    Optional<PreparedRelease> last = last().filter(prepared -> !prepared.done());
    if (last.isEmpty()) {
      change.repair();
      return Optional.empty();
    }
    Optional<String> seen = last.flatMap(this::seenIn);
    if (seen.isPresent()) {
      forget();
      return warning(
          "a prepare was interrupted, but %s has its commit: it stays, and `tag` can tag it"
              .formatted(seen.get()));
    }
    undoAlone(last.get());
    return warning("a prepare that was interrupted is undone: all is as before it");
  }

  private static Optional<ReportLine> warning(String text) {
    return Optional.of(new ReportLine(Severity.WARNING, text));
  }

  /** A branch of a remote that has the release commit, as far as is known without asking it. */
  Optional<String> seenIn(PreparedRelease prepared) {
    return made(prepared, repository.head())
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
    } catch (IOException e) {
      throw damaged("what the last prepare left cannot be deleted", e);
    }
  }

  /**
   * Writes the files, commits and tags.
   *
   * @param planned what is to be done
   * @param changes the files of the release
   * @param after those of the commit after it
   * @param sign whether the tag must be signed
   * @return what was done
   * @throws ReleaseException if anything fails; all is as before then
   */
  PreparedRelease make(
      PreparedRelease planned, List<FileChange> changes, List<FileChange> after, boolean sign) {
    writer.requireUnlocked();
    return alone(() -> makeAlone(planned, changes, after, sign));
  }

  private PreparedRelease makeAlone(
      PreparedRelease planned, List<FileChange> changes, List<FileChange> after, boolean sign) {
    PreparedRelease prepared = planned;
    try {
      write(planned);
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
        PreparedRelease.Development next = planned.development().get();
        writer.commit(List.copyOf(next.files().keySet()), next.message());
      }
      prepared = prepared.finished();
      write(prepared);
      return prepared;
    } catch (ReleaseException e) {
      change.repair();
      takeBack(prepared, e);
      throw e;
    } catch (IOException e) {
      takeBack(prepared);
      throw damaged("the record of this prepare cannot be written", e);
    }
  }

  /**
   * Takes back tag, commit and files, if they still are what prepare made of them.
   *
   * @throws ReleaseException with {@link Code#CHANGE_DAMAGED} if something was done since
   */
  void undo(PreparedRelease prepared) {
    alone(
        () -> {
          undoAlone(prepared);
          return prepared;
        });
  }

  private void undoAlone(PreparedRelease prepared) {
    requireUndoable(prepared);
    change.repair();
    takeBack(prepared);
  }

  /**
   * Whether {@link #undo} would do it.
   *
   * @throws ReleaseException with {@link Code#CHANGE_DAMAGED} if something was done since, {@link
   *     Code#GIT_FAILED} if a git is at work
   */
  void requireUndoable(PreparedRelease prepared) {
    writer.requireUnlocked();
    requireBranch(prepared);
    requireStillThere(prepared);
    requireKnown(prepared);
  }

  private void requireBranch(PreparedRelease prepared) {
    if (!repository.branch().orElse("").equals(prepared.branch())) {
      throw new ReleaseException(
          Problem.of(
              Code.CHANGE_DAMAGED,
              Place.of(prepared.branch()),
              "the release of "
                  + prepared.version()
                  + " is on `"
                  + prepared.branch()
                  + "`, and that is not checked out",
              "git switch " + prepared.branch() + ", then run it again"));
    }
  }

  /** What failed is told, and also that it could not be undone. */
  private void takeBack(PreparedRelease prepared, ReleaseException cause) {
    try {
      takeBack(prepared);
    } catch (ReleaseException e) {
      throw new ReleaseException(
          Problem.of(
              cause.problem().code(),
              cause.problem().place(),
              cause.problem().message()
                  + "; and the release could not be undone: "
                  + e.problem().message(),
              e.problem().help() + "; `mvn release-sync:rollback` then undoes it"),
          cause);
    }
  }

  private void requireStillThere(PreparedRelease prepared) {
    Optional<String> head = repository.resolve("HEAD^{commit}");
    boolean untouched = head.filter(prepared.before()::equals).isPresent();
    if (!untouched && head.flatMap(id -> releaseAt(id, prepared)).isEmpty()) {
      throw damaged(
          "HEAD is neither the commit before the release of " + prepared.version() + " nor its own",
          null);
    }
  }

  private Optional<String> made(PreparedRelease prepared, Optional<String> head) {
    return prepared.commit().or(() -> head.flatMap(id -> releaseAt(id, prepared)));
  }

  /** Whatever a hook that refused did to the files is thrown away with the release. */
  private void takeBack(PreparedRelease prepared) {
    requireStillThere(prepared);
    Optional<String> head = repository.resolve("HEAD^{commit}");
    Optional<String> commit = made(prepared, head);
    prepared.tag().ifPresent(tag -> deleteTag(tag, commit));
    if (head.filter(prepared.before()::equals).isEmpty()) {
      writer.takeBack(head.orElseThrow(), prepared.before());
    }
    try {
      restore(prepared);
      actions.delete(record);
    } catch (IOException e) {
      throw damaged("what the last prepare left cannot be deleted", e);
    }
  }

  /** Files as before, in the index too; those that were not there are gone. */
  private void restore(PreparedRelease prepared) throws IOException {
    List<String> old = new ArrayList<>();
    for (String path : prepared.allPaths()) {
      if (repository.resolve(prepared.before() + ":" + path).isPresent()) {
        old.add(path);
      } else {
        writer.forget(path);
        actions.delete(repository.workTree().resolve(path));
      }
    }
    writer.restore(prepared.before(), old);
  }

  /**
   * The release commit, if a commit is that or the one after it. Between a commit and the note of
   * its id the process may have been killed.
   */
  private Optional<String> releaseAt(String head, PreparedRelease prepared) {
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

  private void deleteTag(String tag, Optional<String> commit) {
    Optional<String> object = repository.resolve("refs/tags/" + tag);
    boolean ours =
        object.isPresent() && repository.resolve("refs/tags/" + tag + "^{commit}").equals(commit);
    if (ours) {
      writer.deleteTag(tag, object.get());
    }
  }

  /** What somebody saved since is not thrown away. */
  private void requireKnown(PreparedRelease prepared) {
    List<String> changed = repository.changes(repository.workTree());
    for (String path : prepared.allPaths()) {
      Path file = repository.workTree().resolve(path);
      try {
        boolean ours =
            prepared.wrote(
                path, Files.exists(file) ? Sha256.of(file).hex() : PreparedRelease.DELETED);
        if (changed.contains(path) && !ours) {
          throw damaged(path + " was changed since the release was prepared", null);
        }
      } catch (IOException e) {
        throw damaged(path + " cannot be read", e);
      }
    }
  }

  /** A prepare that waits for a hook or a passphrase is not undone by another run. */
  private <T> T alone(Supplier<T> work) {
    try {
      return new ChangeLock(change.folder().resolve(LOCK)).holding(work::get);
    } catch (IOException e) {
      throw damaged("the folder of the records cannot be used", e);
    }
  }

  private void write(PreparedRelease prepared) throws IOException {
    Path part = record.resolveSibling("prepared.json.part");
    actions.write(part, prepared.toJson().getBytes(StandardCharsets.UTF_8));
    actions.replace(part, record);
  }

  private static ReleaseException damaged(String message, Exception cause) {
    return new ReleaseException(
        Problem.of(
            Code.CHANGE_DAMAGED,
            Place.of(".release-sync/change/prepared.json"),
            message,
            "look at `git status` and `git log`, put things right with git, then delete this file"),
        cause);
  }
}
