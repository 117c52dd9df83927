package io.github.releasesync.goal;

import io.github.releasesync.facts.SourceRepository;
import io.github.releasesync.facts.UnreleasedReader;
import io.github.releasesync.next.NextReleases;
import io.github.releasesync.next.SelectedRelease;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.version.Level;
import java.util.Optional;

/** Works out the next release of each group, and why. */
public final class NextGoal {

  /**
   * Works out the next releases.
   *
   * @param repository the repository
   * @param request the level and the settings
   * @return the next release of each group
   * @throws ReleaseException if the level or the configuration cannot be understood, or git fails
   */
  public NextResult run(SourceRepository repository, NextRequest request) {
    Level level = SelectedRelease.level(request.level());
    UnreleasedReader reader = new UnreleasedReader(repository.git(), repository.root());
    return new NextResult(
        NextReleases.of(reader.read(request.settings()), level), Optional.empty());
  }
}
