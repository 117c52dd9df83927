package io.github.releasesync.publish;

import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.plan.RequiredPackage;
import io.github.releasesync.registry.Lookup;
import io.github.releasesync.version.Ecosystem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Joins plan, journal and registries. Each question is asked once. */
public final class StandingReader {

  private final JournalHistory history;
  private final Map<Ecosystem, Destination> destinations;

  /**
   * A reader without the history of earlier runs.
   *
   * @param destinations the registries; an ecosystem without one is not asked
   */
  public StandingReader(Map<Ecosystem, Destination> destinations) {
    this(JournalHistory.NONE, destinations);
  }

  StandingReader(JournalHistory history, Map<Ecosystem, Destination> destinations) {
    this.history = history;
    this.destinations = destinations;
  }

  /**
   * The position of a whole release.
   *
   * @param plan the release
   * @return the position of each artifact and required package
   */
  public Standing read(ReleasePlan plan) {
    return new Standing(
        plan, read(plan.artifacts()), plan.required().stream().map(this::read).toList());
  }

  /** The positions of several artifacts, with as few requests as the registries allow. */
  List<Standing.OfArtifact> read(List<PlannedArtifact> artifacts) {
    Map<Ecosystem, List<PlannedArtifact>> byEcosystem = new LinkedHashMap<>();
    for (PlannedArtifact a : artifacts) {
      byEcosystem.computeIfAbsent(a.ecosystem(), e -> new ArrayList<>()).add(a);
    }
    Map<String, Lookup> answers = new HashMap<>();
    byEcosystem.forEach(
        (ecosystem, own) -> to(ecosystem).ifPresent(d -> answers.putAll(d.lookUp(own))));
    return artifacts.stream().map(a -> of(a, Optional.ofNullable(answers.get(a.id())))).toList();
  }

  /** The position of one artifact by the registry's own record. */
  Standing.OfArtifact read(PlannedArtifact artifact) {
    return of(artifact, to(artifact.ecosystem()).map(d -> d.lookUp(artifact)));
  }

  /** The position of one artifact by the index that installers read. */
  Standing.OfArtifact listed(PlannedArtifact artifact) {
    return of(artifact, to(artifact.ecosystem()).map(d -> d.listed(artifact)));
  }

  /** The position of a package that another tool publishes. */
  Standing.OfRequired read(RequiredPackage required) {
    return new Standing.OfRequired(required, to(required.ecosystem()).map(d -> d.lookUp(required)));
  }

  private Standing.OfArtifact of(PlannedArtifact artifact, Optional<Lookup> answer) {
    return new Standing.OfArtifact(
        artifact, history.wasSeen(artifact), history.wasLeftInFlight(artifact), answer);
  }

  private Optional<Destination> to(Ecosystem ecosystem) {
    return Optional.ofNullable(destinations.get(ecosystem));
  }
}
