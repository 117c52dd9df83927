package io.github.releasesync.goal;

import io.github.releasesync.facts.SourceRepository;
import io.github.releasesync.facts.UndecidedCrates;
import io.github.releasesync.facts.Unreleased;
import io.github.releasesync.facts.UnreleasedReader;
import io.github.releasesync.git.GitRepository;
import io.github.releasesync.next.NextReleases;
import io.github.releasesync.next.SelectedRelease;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.version.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
    Unreleased unreleased = reader.read(request.settings());
    NextReleases next =
        NextReleases.of(unreleased, level).and(UndecidedCrates.warnings(unreleased.snapshot()));
    boolean written =
        next.releases().stream().anyMatch(r -> r.next().isPresent() && !r.needsBump());
    return new NextResult(
        next, written && areCommitted(unreleased.workspace(), repository), Optional.empty());
  }

  private static boolean areCommitted(Workspace workspace, SourceRepository source) {
    if (source.repository().isEmpty()) {
      return false;
    }
    GitRepository repository = source.repository().get();
    Set<String> manifests = new TreeSet<>();
    for (Package member : workspace.packages()) {
      manifests.add(member.manifest());
      manifests.add(member.place().file());
    }
    List<String> paths = repository.pathsOf(source.root(), manifests);
    return repository.changes(source.root()).stream()
        .noneMatch(
            changed ->
                paths.stream()
                    .anyMatch(
                        path ->
                            path.equals(changed)
                                || changed.endsWith("/") && path.startsWith(changed)));
  }
}
