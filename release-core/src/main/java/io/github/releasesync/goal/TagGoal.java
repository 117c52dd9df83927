package io.github.releasesync.goal;

import io.github.releasesync.check.Assessment;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.GitWriter;
import io.github.releasesync.prepare.CommitsAfterRelease;
import io.github.releasesync.prepare.PrepareGuards;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.report.PushCommand;
import io.github.releasesync.report.ReportLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tags a release commit that came here by another way, as by a merged pull request. */
public final class TagGoal {

  private final GitRepository repository;
  private final GitWriter writer;
  private final Path root;

  public TagGoal(GitRepository repository, GitWriter writer, Path root) {
    this.repository = repository;
    this.writer = writer;
    this.root = root;
  }

  /**
   * Tags the commit that is checked out with the version that it states.
   *
   * @param request what to tag; level and change do not count
   * @throws ReleaseException if the version is never released, or git refuses
   */
  public PrepareResult run(PrepareRequest request) {
    TreeChange change = new TreeChange(repository, root, request.change());
    Raise raise = Raise.written(change, request.change().group(), request.options().alone());
    String tag = raise.tag();
    String head = repository.head().orElseThrow(PrepareGoal::noCommit);
    List<ReportLine> lines = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    List<Problem> closed =
        PrepareGuards.ofTag(repository, writer)
            .ask(
                request,
                raise,
                Optional.of(tag),
                Assessment.of(change.snapshot().tagged(tag)),
                notes);
    notes.forEach(note -> lines.add(ReportLine.warning(note)));
    if (!closed.isEmpty()) {
      return PrepareGoal.held(closed, lines);
    }
    Optional<String> later =
        new CommitsAfterRelease(repository, root)
            .afterVersion(
                change,
                raise,
                request.options().alone(),
                request.change().settings().changelog().kinds());
    later.map(ReportLine::warning).ifPresent(lines::add);
    lines.add(ReportLine.info("tag      " + tag + " at " + head.substring(0, 10)));
    if (request.change().dryRun()) {
      return new PrepareResult(
          lines, "Nothing was tagged. Run it without -Drelease-sync.dryRun to tag", false);
    }
    writer.tag(tag, head, request.messageOf(raise), request.sign());
    PushCommand push = PushCommand.of(request.remoteOf(repository.branch(), writer), writer);
    String undo = later.isPresent() ? ". To take it back: git tag --delete " + tag : "";
    String next = undo + ". To push it: " + push.text(List.of(tag));
    if (!request.push()) {
      return new PrepareResult(lines, "Tagged " + tag + next, false);
    }
    try {
      writer.push(push.remote(), List.of("refs/tags/" + tag));
      return new PrepareResult(
          lines, "Tagged " + tag + " and pushed it to " + push.remote(), false);
    } catch (ReleaseException e) {
      String refused = "Tagged " + tag + ", but it was not pushed: " + e.problem().message();
      return new PrepareResult(lines, refused + next, true);
    }
  }
}
