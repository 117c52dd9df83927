package io.github.releasesync.publish;

import io.github.releasesync.plan.RequiredPackage;
import io.github.releasesync.problem.Problem;
import java.util.List;
import java.util.Optional;

/** Makes sure of what other tools publish, before the first step of a release. */
public interface ExternalPackages {

  /**
   * Looks for packages.
   *
   * @param required what must be there
   * @return why the release cannot begin; empty if it can
   */
  Optional<Problem> unmet(List<RequiredPackage> required);
}
