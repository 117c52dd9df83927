package io.github.releasesync.goal;

import io.github.releasesync.check.Assessment;
import io.github.releasesync.facts.SourceRepository;
import io.github.releasesync.facts.TreeFacts;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.git.GitWriter;
import io.github.releasesync.next.NextRelease;
import io.github.releasesync.next.SelectedRelease;
import io.github.releasesync.prepare.CommitsAfterRelease;
import io.github.releasesync.prepare.GuardAnswers;
import io.github.releasesync.prepare.PrepareGuards;
import io.github.releasesync.prepare.Push;
import io.github.releasesync.prepare.Recovered;
import io.github.releasesync.prepare.RecoveredRepository;
import io.github.releasesync.problem.ReleaseException;
import java.nio.file.Path;
import java.util.Optional;

/** Tags a release commit that prepare did not tag, such as that of a merged pull request. */
public final class TagGoal {

  private final GitRepository git;
  private final GitWriter writer;

  /**
   * The goal.
   *
   * @param git the git repository
   * @param writer tags and pushes
   */
  public TagGoal(GitRepository git, GitWriter writer) {
    this.git = git;
    this.writer = writer;
  }

  /**
   * Tags the checked-out commit with its version.
   *
   * @param repository the repository
   * @param recovered the recovered parts of an interrupted run
   * @param request the options of the tag goal; level and changelogs are ignored
   * @return the tag, or the failed guards
   * @throws ReleaseException if the version is a development version, or git refuses
   */
  public TagResult run(SourceRepository repository, Recovered recovered, PrepareRequest request) {
    Path root = repository.root();
    TreeFacts facts =
        TreeFacts.read(repository, request.change().settings(), request.change().group());
    NextRelease release = SelectedRelease.written(facts.withoutCommits(), request.selection());
    String tag = release.tag().orElseThrow();
    String head = git.head().orElseThrow(RecoveredRepository::noCommit);
    GuardAnswers guards =
        PrepareGuards.ofTag(git, writer)
            .ask(
                request.guards(),
                release,
                Optional.of(tag),
                Assessment.of(facts.snapshot().tagged(tag)).configured(request.rules()));
    boolean dryRun = request.change().dryRun();
    if (!guards.failed().isEmpty()) {
      return new TagResult(
          recovered, release, head, guards, Optional.empty(), dryRun, Optional.empty());
    }
    Optional<CommitsAfterRelease> later =
        CommitsAfterRelease.find(git, writer, root, facts.withoutCommits(), release);
    Optional<Push> push = dryRun ? Optional.empty() : Optional.of(tag(request, release, head));
    return new TagResult(recovered, release, head, guards, later, dryRun, push);
  }

  private Push tag(PrepareRequest request, NextRelease release, String head) {
    String tag = release.tag().orElseThrow();
    writer.tag(tag, head, request.text().messageOf(release), request.sign());
    Optional<String> remote = request.guards().remoteOf(git.branch(), writer);
    Push push = Push.of(remote, writer, Optional.empty(), Optional.of(tag));
    return request.push() ? push.to(writer) : push;
  }
}
