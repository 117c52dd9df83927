package io.github.releasesync.goal;

import io.github.releasesync.facts.SourceRepository;
import io.github.releasesync.facts.UnreleasedReader;
import io.github.releasesync.files.OutputDirectory;
import io.github.releasesync.next.NextReleases;
import io.github.releasesync.next.SelectedRelease;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.report.NextJson;
import io.github.releasesync.report.NextText;
import io.github.releasesync.version.Level;

/** Says what would be released next and why, and writes next.json. */
public final class NextGoal {

  /**
   * Works out the next releases.
   *
   * @param repository the repository
   * @param output where the report goes
   * @param request the level, and what is configured
   * @return the next release of each group
   * @throws ReleaseException if the level or the configuration cannot be understood, git fails, or
   *     the report cannot be written
   */
  public NextResult run(SourceRepository repository, OutputDirectory output, NextRequest request) {
    Level level = SelectedRelease.level(request.level());
    NextReleases next =
        NextReleases.of(
            new UnreleasedReader(repository.git(), repository.root()).read(request.settings()),
            level);
    String report = output.write("next.json", NextJson.write(next));
    NextText text = new NextText(next);
    return new NextResult(next, text.lines(), text.lastLine(report), next.failed());
  }
}
