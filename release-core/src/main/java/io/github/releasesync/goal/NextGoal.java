package io.github.releasesync.goal;

import io.github.releasesync.facts.SourceRepository;
import io.github.releasesync.facts.UnreleasedReader;
import io.github.releasesync.next.NextReleases;
import io.github.releasesync.next.SelectedRelease;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.version.Level;
import java.util.Optional;

/** Computes the next release of each group, with reasons. */
public final class NextGoal {

  /**
   * Computes the next releases.
   *
   * @param repository the repository
   * @param request the level and the settings
   * @return the next release of each group
   * @throws ReleaseException if the level or the configuration is invalid, or git fails
   */
  public NextResult run(SourceRepository repository, NextRequest request) {
    Level level = SelectedRelease.level(request.level());
    UnreleasedReader reader = new UnreleasedReader(repository.git(), repository.root());
    return new NextResult(
        NextReleases.of(reader.read(request.settings()), level), Optional.empty());
  }
}
