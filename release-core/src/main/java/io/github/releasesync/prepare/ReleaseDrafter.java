package io.github.releasesync.prepare;

import io.github.releasesync.change.TargetVersions;
import io.github.releasesync.change.VersionEdits;
import io.github.releasesync.facts.TreeFacts;
import io.github.releasesync.facts.Unreleased;
import io.github.releasesync.next.DependentBumps;
import io.github.releasesync.next.NextRelease;
import io.github.releasesync.next.NextReleases;
import io.github.releasesync.next.SelectedRelease;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.tree.EditedTree;
import io.github.releasesync.text.FileChange;
import io.github.releasesync.version.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Drafts a release: its versions, changelogs and notes. Nothing is written to disk. */
public final class ReleaseDrafter {

  private final ReleaseDocuments documents;

  /**
   * A drafter.
   *
   * @param documents creates changelogs and notes
   */
  public ReleaseDrafter(ReleaseDocuments documents) {
    this.documents = documents;
  }

  /**
   * Drafts a release.
   *
   * @param facts the repository
   * @param options the options of the draft
   * @return the draft
   * @throws ReleaseException as {@link SelectedRelease#of}, or if a file cannot be read or edited
   */
  public ReleaseDraft of(TreeFacts facts, DraftOptions options) {
    Level level = SelectedRelease.level(options.level());
    NextRelease release = SelectedRelease.of(facts(facts, level), options.selection(), level);
    List<NextRelease> dependents =
        options.bumpDependents() ? DependentBumps.of(facts(facts, level), release) : List.of();
    EditedTree edited = edited(facts, release.targets(dependents));
    ChangelogUpdate update = documents.of(facts.snapshot(), release, edited, options.text());
    List<FileChange> files = new ArrayList<>(edited.changes());
    files.addAll(update.files());
    documents.notesFile(options.text(), update, edited).ifPresent(files::add);
    TreeFacts released = facts.released(edited, release.tag().orElseThrow());
    Optional<NextRelease> development =
        options
            .development()
            .map(SelectedRelease::level)
            .map(next -> SelectedRelease.of(released.withoutCommits(), options.selection(), next));
    return new ReleaseDraft(
        release,
        dependents,
        tooLow(facts, release, level),
        facts.after(edited),
        update,
        files,
        development,
        development.map(next -> edited(released, next.targets()).changes()).orElse(List.of()));
  }

  private static Unreleased facts(TreeFacts facts, Level level) {
    return level == Level.Word.AUTO ? facts.withCommits() : facts.withoutCommits();
  }

  private static EditedTree edited(TreeFacts facts, TargetVersions targets) {
    return VersionEdits.of(facts.tree(), facts.snapshot(), facts.snapshot().groups(), targets);
  }

  /** A warning if the level is too low for the commits; the user decides. */
  private static Optional<Problem> tooLow(TreeFacts facts, NextRelease release, Level level) {
    if (level == Level.Word.AUTO || release.isSeparate()) {
      return Optional.empty();
    }
    Unreleased group = facts.withCommits().only(release.group());
    return NextReleases.of(group, level).problems().stream()
        .filter(problem -> problem.code() == Code.LEVEL_TOO_LOW)
        .findFirst();
  }
}
