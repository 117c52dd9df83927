package io.github.releasesync.publish;

import io.github.releasesync.plan.PlannedArtifact;
import io.github.releasesync.plan.ReleasePlan;
import io.github.releasesync.plan.RequiredPackage;
import io.github.releasesync.registry.Lookup;
import java.util.List;
import java.util.Optional;

/**
 * The position of a release: for each planned artifact and each required package, the trace of
 * earlier runs in the journal and the answer of the registry.
 *
 * @param plan the plan
 * @param artifacts the artifacts, in the plan's order
 * @param required the packages that other tools publish, in the plan's order
 */
public record Standing(ReleasePlan plan, List<OfArtifact> artifacts, List<OfRequired> required) {

  /** Takes the lists over. */
  public Standing {
    artifacts = List.copyOf(artifacts);
    required = List.copyOf(required);
  }

  /** One name that a registry was asked about. */
  public sealed interface Asked permits OfArtifact, OfRequired {

    /**
     * The answer of the registry.
     *
     * @return the answer; empty if there is no registry to ask
     */
    Optional<Lookup> lookup();

    /**
     * The meaning of the answer.
     *
     * @return whether and how the name is published
     */
    Presence presence();
  }

  /**
   * The position of an artifact.
   *
   * @param artifact the artifact
   * @param wasSeen whether an earlier run saw it public
   * @param wasLeftInFlight whether an earlier run announced an upload whose outcome is unknown
   * @param lookup the answer of its registry; empty if there is none to ask
   */
  public record OfArtifact(
      PlannedArtifact artifact, boolean wasSeen, boolean wasLeftInFlight, Optional<Lookup> lookup)
      implements Asked {

    @Override
    public Presence presence() {
      return lookup
          .map(answer -> Presence.of(answer, artifact.artifact().sha256()))
          .orElse(Presence.NOT_ASKED);
    }
  }

  /**
   * The position of a package that another tool publishes.
   *
   * @param required the package
   * @param lookup the answer of its registry; empty if there is none to ask
   */
  public record OfRequired(RequiredPackage required, Optional<Lookup> lookup) implements Asked {

    @Override
    public Presence presence() {
      return lookup.map(Presence::of).orElse(Presence.NOT_ASKED);
    }
  }
}
