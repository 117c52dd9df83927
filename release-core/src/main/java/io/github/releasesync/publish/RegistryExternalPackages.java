package io.github.releasesync.publish;

import io.github.releasesync.plan.RequiredPackage;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Help;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.registry.Lookup;
import java.util.List;
import java.util.Optional;

/** Asks the indexes that cargo and pip read. Contents are not compared. */
final class RegistryExternalPackages implements ExternalPackages {

  private final StandingReader reader;
  private final Patience patience;
  private final Help next;

  RegistryExternalPackages(StandingReader reader, Patience patience, Help next) {
    this.reader = reader;
    this.patience = patience;
    this.next = next;
  }

  @Override
  public Optional<Problem> unmet(List<RequiredPackage> required) {
    return required.stream().flatMap(r -> unmet(r).stream()).findFirst();
  }

  private Optional<Problem> unmet(RequiredPackage required) {
    Standing.OfRequired standing = patience.ask(() -> reader.read(required));
    return switch (standing.presence()) {
      case UNKNOWN -> {
        Lookup.Unknown unknown = (Lookup.Unknown) standing.lookup().orElseThrow();
        yield problem(Code.REGISTRY_UNAVAILABLE, required, unknown.why().toString(), next);
      }
      case YANKED ->
          problem(
              Code.EXTERNAL_PACKAGE_ABSENT,
              required,
              required.id() + " is yanked, so its dependents could not be installed",
              Help.of("unyank it with the tool that publishes it, then ", next));
      case ABSENT, NOT_ASKED ->
          problem(
              Code.EXTERNAL_PACKAGE_ABSENT,
              required,
              required.id() + " is not in its registry, and another tool must publish it first",
              Help.of("publish it with that tool, then ", next));
      case PRESENT, DIFFERENT -> Optional.empty();
    };
  }

  private static Optional<Problem> problem(
      Code code, RequiredPackage required, String message, Help help) {
    return Optional.of(Problem.of(code, Place.of(required.id()), message, help));
  }
}
