package io.github.releasesync.publish;

import io.github.releasesync.plan.RequiredPackage;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.registry.CrateRegistry;
import io.github.releasesync.registry.Lookup;
import io.github.releasesync.registry.PythonRegistry;
import io.github.releasesync.version.Ecosystem;
import java.util.List;
import java.util.Optional;

/** Asks the indexes that cargo and pip read. Whatever bytes are there, nothing is compared. */
final class RegistryExternalPackages implements ExternalPackages {

  private final CrateRegistry crates;
  private final PythonRegistry python;
  private final Timing pace;
  private final Timeouts budgets;
  private final String next;

  RegistryExternalPackages(
      CrateRegistry crates, PythonRegistry python, Timing pace, Timeouts budgets, String next) {
    this.crates = crates;
    this.python = python;
    this.pace = pace;
    this.budgets = budgets;
    this.next = next;
  }

  @Override
  public Optional<Problem> unmet(List<RequiredPackage> required) {
    return required.stream().flatMap(r -> unmet(r).stream()).findFirst();
  }

  private Optional<Problem> unmet(RequiredPackage required) {
    Lookup look = look(required);
    if (look instanceof Lookup.Unknown unknown) {
      return problem(Code.REGISTRY_UNAVAILABLE, required, unknown.why().toString(), next);
    }
    if (look instanceof Lookup.Present present) {
      return present.yanked()
          ? problem(
              Code.EXTERNAL_PACKAGE_ABSENT,
              required,
              required.id() + " is yanked, and what depends on it could not be installed",
              "let the tool that publishes it bring it back, then " + next)
          : Optional.empty();
    }
    return problem(
        Code.EXTERNAL_PACKAGE_ABSENT,
        required,
        required.id() + " is not in its registry, and another tool is to publish it first",
        "let that tool publish it, then " + next);
  }

  private Lookup look(RequiredPackage required) {
    for (int attempt = 0; ; attempt++) {
      Lookup look =
          required.ecosystem() == Ecosystem.CARGO
              ? crates.resolve(required.name(), required.version())
              : python.release(required.name(), required.version());
      if (!(look instanceof Lookup.Unknown) || attempt >= budgets.retries()) {
        return look;
      }
      pace.pause(budgets.backOff(attempt));
    }
  }

  private static Optional<Problem> problem(
      Code code, RequiredPackage required, String message, String help) {
    return Optional.of(Problem.of(code, Place.of(required.id()), message, help));
  }
}
