package io.github.releasesync.publish;

import io.github.releasesync.plan.RequiredPackage;
import io.github.releasesync.problem.Problem;
import java.util.List;
import java.util.Optional;

/** Checks the packages that other tools publish before the first step of a release. */
public interface ExternalPackages {

  /**
   * Looks for packages.
   *
   * @param required the packages that must be published
   * @return the reason that the release cannot begin; empty if it can
   */
  Optional<Problem> unmet(List<RequiredPackage> required);
}
