package io.github.releasesync;

import io.github.releasesync.artifact.Sha256;
import io.github.releasesync.git.Git;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.GitWriter;
import io.github.releasesync.plan.Assessment;
import io.github.releasesync.plan.Targets;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.ChangelogUpdate;
import io.github.releasesync.project.EditedTree;
import io.github.releasesync.report.DiffText;
import io.github.releasesync.report.ReportLine;
import io.github.releasesync.text.FileChange;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings a tree to a tagged release commit, or changes nothing. */
final class Preparing {

  private final Git git;
  private final GitRepository repository;
  private final GitWriter writer;
  private final Path root;
  private final ReleaseCommit commit;
  private final ReleaseWords words;
  private final OutputDirectory output;

  Preparing(
      Git git,
      GitRepository repository,
      GitWriter writer,
      Path root,
      OutputDirectory output,
      FileActions actions,
      Clock clock) {
    this.git = git;
    this.output = output;
    this.words = new ReleaseWords(repository, writer, root, clock);
    this.repository = repository;
    this.writer = writer;
    this.root = root;
    this.commit = new ReleaseCommit(root, repository, writer, actions);
  }

  /**
   * Prepares a release.
   *
   * @throws ReleaseException as {@link Raise#of}, if something cannot be read or edited, or if git
   *     refuses; all is as before then
   */
  PrepareResult run(PrepareRequest request) {
    List<ReportLine> lines = new ArrayList<>();
    if (commit.repair()) {
      lines.add(
          new ReportLine(
              Severity.WARNING, "a prepare that was interrupted is undone: all is as before it"));
    }
    VersionChange change = new VersionChange(git, root, request.change());
    RaiseOptions options = request.options();
    Raise raise = Raise.of(change, request.change().group(), options.alone(), request.level());
    Targets targets = raise.targets();
    lines.add(raise.line());
    if (options.liftDependents()) {
      lines.addAll(Lifting.lift(change, raise.group(), raise.next(), targets));
    }
    EditedTree edited = change.edited(targets);
    ChangelogUpdate words =
        this.words.of(change, raise, edited, request.change().settings(), request.text());
    List<FileChange> changes = new ArrayList<>(change.changes(edited));
    changes.addAll(words.files());
    this.words.notesFile(request.text(), words, edited).ifPresent(changes::add);
    PreparedRelease planned = planned(request, raise, changes, words.fragments());
    lines.addAll(DiffText.lines(changes));
    words
        .fragments()
        .forEach(path -> lines.add(ReportLine.info(path + "  (in the changelog now, deleted)")));
    words.infos().forEach(info -> lines.add(ReportLine.info(info)));
    List<Problem> closed =
        new ReleaseGuards(repository, writer)
            .ask(
                request,
                raise,
                planned.tag(),
                Assessment.of(change.snapshot().after(edited)),
                lines);
    if (!closed.isEmpty()) {
      return held(closed, lines);
    }
    lines.add(ReportLine.info("commit   " + planned.message().lines().findFirst().orElse("")));
    planned.tag().ifPresent(tag -> lines.add(ReportLine.info("tag      " + tag)));
    String notes = output.write("release-notes.md", words.notes().text());
    lines.add(ReportLine.info("notes    " + notes));
    if (request.change().dryRun()) {
      return new PrepareResult(
          lines,
          "Nothing was written. Run it without -Drelease-sync.dryRun to prepare "
              + planned.version(),
          false);
    }
    PreparedRelease done = commit.make(planned, changes, request.sign());
    return pushed(request, raise.isAlone(change) ? raise.group().name() + " " : "", done, lines);
  }

  private PreparedRelease planned(
      PrepareRequest request, Raise raise, List<FileChange> changes, List<String> deleted) {
    String tag = raise.tag();
    Map<String, String> files = new LinkedHashMap<>();
    for (FileChange file : changes) {
      String path = repository.pathsOf(root, List.of(file.path())).get(0);
      files.put(path, Sha256.of(file.after().bytes()).hex());
    }
    repository.pathsOf(root, deleted).forEach(path -> files.put(path, PreparedRelease.DELETED));
    return new PreparedRelease(
        raise.next().text(),
        repository.branch().orElse(""),
        repository.head().orElseThrow(Preparing::noCommit),
        request.messageOf(raise),
        Optional.of(tag).filter(name -> request.tag()),
        files,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  static PrepareResult held(List<Problem> closed, List<ReportLine> lines) {
    for (Problem problem : closed) {
      lines.add(ReportLine.stop(problem));
    }
    return new PrepareResult(
        lines,
        "Nothing was changed: "
            + (closed.size() == 1 ? "1 thing holds" : closed.size() + " things hold")
            + " it back, as said above",
        true);
  }

  /** The release stands, whether or not the remote takes it. */
  private PrepareResult pushed(
      PrepareRequest request, String name, PreparedRelease done, List<ReportLine> lines) {
    List<String> refs = new ArrayList<>(List.of("refs/heads/" + done.branch()));
    done.tag().ifPresent(tag -> refs.add("refs/tags/" + tag));
    String remote = request.remoteOf(repository.branch(), writer).orElse("origin");
    String what = "Prepared " + name + done.version();
    String command =
        "git push --atomic "
            + remote
            + " "
            + done.branch()
            + done.tag().map(t -> " " + t).orElse("");
    String next = ". To undo it: mvn release-sync:rollback. To publish it: " + command;
    if (!request.push()) {
      return new PrepareResult(lines, what + next, false);
    }
    try {
      writer.push(remote, refs);
      return new PrepareResult(lines, what + " and pushed it to " + remote, false);
    } catch (ReleaseException e) {
      String refused = what + ", but it was not pushed: " + e.problem().message();
      return new PrepareResult(lines, refused + next, true);
    }
  }

  static ReleaseException noCommit() {
    return new ReleaseException(
        new Problem(
            Code.NOT_A_REPOSITORY,
            Severity.ERROR,
            Place.of("."),
            "there is no commit that a release could follow",
            "commit first"));
  }
}
