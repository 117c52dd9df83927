package io.github.releasesync.goal;

import io.github.releasesync.change.TargetVersions;
import io.github.releasesync.check.Assessment;
import io.github.releasesync.files.FileSystemActions;
import io.github.releasesync.files.OutputDirectory;
import io.github.releasesync.files.Sha256;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.GitWriter;
import io.github.releasesync.prepare.ChangelogUpdate;
import io.github.releasesync.prepare.PrepareGuards;
import io.github.releasesync.prepare.PrepareRecord;
import io.github.releasesync.prepare.PrepareTransaction;
import io.github.releasesync.prepare.ReleaseDocuments;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.tree.EditedTree;
import io.github.releasesync.report.DiffText;
import io.github.releasesync.report.PushCommand;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.text.FileChange;
import io.github.releasesync.text.Words;
import io.github.releasesync.version.Level;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings a tree to a tagged release commit, or changes nothing. */
public final class PrepareGoal {

  private final GitRepository repository;
  private final GitWriter writer;
  private final Path root;
  private final PrepareTransaction commit;
  private final ReleaseDocuments words;
  private final OutputDirectory output;

  public PrepareGoal(
      GitRepository repository,
      GitWriter writer,
      Path root,
      OutputDirectory output,
      FileSystemActions actions,
      Clock clock) {
    this.output = output;
    this.words = new ReleaseDocuments(repository, writer, root, clock);
    this.repository = repository;
    this.writer = writer;
    this.root = root;
    this.commit = new PrepareTransaction(root, repository, writer, actions);
  }

  /**
   * Prepares a release.
   *
   * @throws ReleaseException as {@link Raise#of}, if something cannot be read or edited, or if git
   *     refuses; all is as before then
   */
  public PrepareResult run(PrepareRequest request) {
    List<ReportLine> lines = new ArrayList<>();
    Draft draft = draft(request, lines);
    PrepareRecord planned = planned(request, draft);
    say(draft, lines);
    Assessment assessment =
        Assessment.of(draft.change().snapshot().after(draft.edited()).tagged(draft.raise().tag()));
    List<String> unasked = new ArrayList<>();
    List<Problem> closed =
        PrepareGuards.ofPrepare(repository, writer)
            .ask(request, draft.raise(), planned.tag(), assessment, unasked);
    unasked.forEach(note -> lines.add(ReportLine.warning(note)));
    writer.locked().ifPresent(closed::add);
    if (!closed.isEmpty()) {
      return held(closed, lines);
    }
    lines.add(ReportLine.info("commit   " + commitLine(planned)));
    planned.tag().ifPresent(tag -> lines.add(ReportLine.info("tag      " + tag)));
    planned.development().ifPresent(next -> lines.add(development(next)));
    String notes = output.write("release-notes.md", draft.words().notes().text());
    lines.add(ReportLine.info("notes    " + notes));
    if (request.change().dryRun()) {
      return new PrepareResult(
          lines,
          "Nothing was written. Run it without -Drelease-sync.dryRun to prepare " + draft.name(),
          false);
    }
    PrepareRecord done = commit.make(planned, draft.changes(), draft.after(), request.sign());
    return pushed(request, draft.name(), done, lines);
  }

  /**
   * A release that was not written yet.
   *
   * @param change what was read
   * @param raise the group and its version
   * @param edited the tree with the new versions
   * @param words what the release says of itself
   * @param changes all files that it changes
   * @param development what is developed after it
   * @param after the files that this changes
   */
  private record Draft(
      TreeChange change,
      Raise raise,
      EditedTree edited,
      ChangelogUpdate words,
      List<FileChange> changes,
      Optional<Raise> development,
      List<FileChange> after) {

    /** What is released, for people. */
    String name() {
      String version = raise.next().text();
      return raise.alone() ? raise.group().name() + " " + version : version;
    }
  }

  private Draft draft(PrepareRequest request, List<ReportLine> lines) {
    request.requireTagForDevelopment();
    TreeChange change = new TreeChange(repository, root, request.change());
    Optional<String> group = request.change().group();
    RaiseOptions options = request.options();
    Raise raise = Raise.of(change, group, options.alone(), request.level());
    TargetVersions targets = raise.targets();
    lines.add(raise.line());
    tooLow(change, raise, request.level()).map(ReportLine::warning).ifPresent(lines::add);
    if (options.bumpDependents()) {
      lines.addAll(DependentBumps.lift(change, raise.group(), raise.next(), targets));
    }
    EditedTree edited = change.edited(targets);
    ChangelogUpdate update =
        words.of(change, raise, edited, request.change().settings(), request.text());
    List<FileChange> changes = new ArrayList<>(change.changes(edited));
    changes.addAll(update.files());
    words.notesFile(request.text(), update, edited).ifPresent(changes::add);
    TreeChange later = change.released(edited, raise.tag());
    Optional<Raise> development =
        request.development().map(level -> Raise.of(later, group, options.alone(), level));
    List<FileChange> after =
        development.map(next -> later.changes(later.edited(next.targets()))).orElse(List.of());
    return new Draft(change, raise, edited, update, changes, development, after);
  }

  /** What the level promises too little of; the user may know better. */
  private static Optional<Problem> tooLow(TreeChange change, Raise raise, String levelText) {
    Level level = Raise.level(levelText);
    return level == Level.Word.AUTO || raise.alone()
        ? Optional.empty()
        : change.tooLow(raise.group(), level);
  }

  private static void say(Draft draft, List<ReportLine> lines) {
    lines.addAll(DiffText.lines(draft.changes()));
    for (String path : draft.words().fragments()) {
      lines.add(ReportLine.info(path + "  (in the changelog now, deleted)"));
    }
    draft.words().infos().forEach(info -> lines.add(ReportLine.info(info)));
  }

  private static ReportLine development(PrepareRecord.Development next) {
    return ReportLine.info(
        "then     " + title(next.message()) + " in " + String.join(", ", next.files().keySet()));
  }

  private static String commitLine(PrepareRecord planned) {
    return planned.files().isEmpty()
        ? "none is needed: " + planned.before().substring(0, 10) + " says it already"
        : title(planned.message());
  }

  private static String title(String message) {
    return message.lines().findFirst().orElse("");
  }

  private PrepareRecord planned(PrepareRequest request, Draft draft) {
    Map<String, String> files = digests(draft.changes());
    repository
        .pathsOf(root, draft.words().fragments())
        .forEach(path -> files.put(path, PrepareRecord.DELETED));
    return new PrepareRecord(
        draft.name(),
        repository.branch().orElse(""),
        repository.head().orElseThrow(PrepareGoal::noCommit),
        request.messageOf(draft.raise()),
        Optional.of(draft.raise().tag()).filter(name -> request.tag()),
        files,
        Optional.empty(),
        Optional.empty(),
        draft
            .development()
            .map(
                next ->
                    new PrepareRecord.Development(
                        "align: develop " + next.next().text() + "\n", digests(draft.after()))),
        false);
  }

  private Map<String, String> digests(List<FileChange> changes) {
    Map<String, String> digests = new LinkedHashMap<>();
    for (FileChange file : changes) {
      String path = repository.pathsOf(root, List.of(file.path())).get(0);
      digests.put(path, Sha256.of(file.after().bytes()).hex());
    }
    return digests;
  }

  static PrepareResult held(List<Problem> closed, List<ReportLine> lines) {
    for (Problem problem : closed) {
      lines.add(ReportLine.stop(problem));
    }
    return new PrepareResult(
        lines,
        "Blocked by " + Words.count(closed.size(), "guard") + " (see above). Nothing was changed.",
        true);
  }

  /** The release stands, whether or not the remote takes it. */
  private PrepareResult pushed(
      PrepareRequest request, String name, PrepareRecord done, List<ReportLine> lines) {
    List<String> refs = new ArrayList<>(List.of("refs/heads/" + done.branch()));
    done.tag().ifPresent(tag -> refs.add("refs/tags/" + tag));
    PushCommand push = PushCommand.of(request.remoteOf(repository.branch(), writer), writer);
    String what = "Prepared " + name;
    String next = ". To undo it: mvn release-sync:rollback. " + toPush(done, push);
    if (!request.push()) {
      return new PrepareResult(lines, what + next, false);
    }
    try {
      writer.push(push.remote(), refs);
      return new PrepareResult(lines, what + " and pushed it to " + push.remote(), false);
    } catch (ReleaseException e) {
      String refused = what + ", but it was not pushed: " + e.problem().message();
      return new PrepareResult(lines, refused + next, true);
    }
  }

  private static String toPush(PrepareRecord done, PushCommand push) {
    return done.tag()
        .map(tag -> "To push it: " + push.text(List.of(done.branch(), tag)))
        .orElseGet(
            () ->
                "For a pull request: "
                    + push.text(List.of(done.branch()))
                    + "; when it is merged: mvn release-sync:tag");
  }

  public static ReleaseException noCommit() {
    return new ReleaseException(
        new Problem(
            Code.NOT_A_REPOSITORY,
            Severity.ERROR,
            Place.of("."),
            "there is no commit that a release could follow",
            "commit first"));
  }
}
