package io.github.releasesync.goal;

import io.github.releasesync.check.Assessment;
import io.github.releasesync.facts.SourceRepository;
import io.github.releasesync.facts.TreeFacts;
import io.github.releasesync.files.FileSystemActions;
import io.github.releasesync.files.OutputDirectory;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.GitWriter;
import io.github.releasesync.next.NextRelease;
import io.github.releasesync.prepare.GuardAnswers;
import io.github.releasesync.prepare.PrepareGuards;
import io.github.releasesync.prepare.PrepareRecord;
import io.github.releasesync.prepare.PrepareTransaction;
import io.github.releasesync.prepare.Push;
import io.github.releasesync.prepare.Recovered;
import io.github.releasesync.prepare.RecoveredRepository;
import io.github.releasesync.prepare.ReleaseDocuments;
import io.github.releasesync.prepare.ReleaseDraft;
import io.github.releasesync.prepare.ReleaseDrafter;
import io.github.releasesync.prepare.UntrackedFiles;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** Creates a tagged release commit, or changes nothing. */
public final class PrepareGoal {

  private final GitRepository git;
  private final GitWriter writer;
  private final FileSystemActions actions;
  private final Clock clock;

  /**
   * The goal.
   *
   * @param git the git repository
   * @param writer commits, tags and pushes
   * @param actions writes files
   * @param clock the clock for the date of the release
   */
  public PrepareGoal(GitRepository git, GitWriter writer, FileSystemActions actions, Clock clock) {
    this.git = git;
    this.writer = writer;
    this.actions = actions;
    this.clock = clock;
  }

  /**
   * Prepares a release.
   *
   * @param repository the repository
   * @param recovered the recovered parts of an interrupted run
   * @param output the folder for the release notes; empty to write none
   * @param request the options of the prepare goal
   * @return the prepared release, or the failed guards
   * @throws ReleaseException if the level does not apply, a file cannot be read or edited, or git
   *     refuses; the repository is unchanged then
   */
  public PrepareResult run(
      SourceRepository repository,
      Recovered recovered,
      Optional<OutputDirectory> output,
      PrepareRequest request) {
    request.requireTagForDevelopment();
    Path root = repository.root();
    request.text().requireFile(root);
    PrepareTransaction transaction = new PrepareTransaction(root, git, writer, actions);
    Optional<PrepareRecord> last = transaction.last();
    String head = git.head().orElseThrow(RecoveredRepository::noCommit);
    TreeFacts facts =
        TreeFacts.read(repository, request.change().settings(), request.change().group());
    ReleaseDocuments documents = new ReleaseDocuments(git, writer, root, clock);
    ReleaseDraft draft = new ReleaseDrafter(documents).of(facts, request.draft());
    NextRelease release = draft.release();
    PrepareRecord record =
        draft.record(git, root, head, request.text().messageOf(release), request.tag());
    GuardAnswers guards = guards(request, draft, record);
    boolean blocked = !guards.failed().isEmpty();
    Optional<String> notes =
        output
            .filter(folder -> !blocked)
            .map(o -> o.write("release-notes.md", draft.documents().notes().text()));
    Optional<Push> push = Optional.empty();
    if (!blocked && !request.change().dryRun()) {
      record =
          transaction.make(record, last, draft.files(), draft.developmentFiles(), request.sign());
      push = Optional.of(push(request, record));
    }
    return new PrepareResult(
        recovered, draft.changes(), guards, record, notes, request.change().dryRun(), push);
  }

  private GuardAnswers guards(PrepareRequest request, ReleaseDraft draft, PrepareRecord planned) {
    Assessment after =
        Assessment.of(draft.after().tagged(draft.release().tag().orElseThrow()))
            .configured(request.rules());
    GuardAnswers answers =
        PrepareGuards.ofPrepare(git, writer)
            .ask(request.guards(), draft.release(), planned.tag(), after);
    for (Problem untracked : UntrackedFiles.of(git, writer, planned)) {
      answers = answers.and(untracked);
    }
    return writer.locked().map(answers::and).orElse(answers);
  }

  /** Pushes the release; it stays prepared even if the remote refuses it. */
  private Push push(PrepareRequest request, PrepareRecord done) {
    Optional<String> remote = request.guards().remoteOf(git.branch(), writer);
    Push push = Push.of(remote, writer, Optional.of(done.branch()), done.tag());
    return request.push() ? push.to(writer) : push;
  }
}
