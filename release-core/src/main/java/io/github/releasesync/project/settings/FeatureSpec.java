package io.github.releasesync.project.settings;

import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import java.util.Optional;

/**
 * A feature of crates, as it is configured.
 *
 * @param crate the name of its crate; empty for every crate that has such a feature
 * @param feature its name
 */
public record FeatureSpec(Optional<String> crate, String feature) {

  private static final String CARGO = "cargo:";

  /**
   * A feature of the configuration.
   *
   * @param text {@code cargo:CRATE/FEATURE} or {@code FEATURE}
   * @return the feature
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if it is neither
   */
  public static FeatureSpec of(String text) {
    String id = text == null ? "" : text.strip();
    int slash = id.indexOf('/');
    boolean ofACrate = id.startsWith(CARGO);
    String crate = ofACrate && slash > 0 ? id.substring(CARGO.length(), slash) : "";
    String feature = id.substring(slash + 1);
    if (feature.isEmpty() || feature.contains("/") || (ofACrate || slash >= 0) && crate.isEmpty()) {
      throw invalid("`" + id + "` names no feature");
    }
    return new FeatureSpec(Optional.of(crate).filter(c -> !c.isEmpty()), feature);
  }

  /**
   * Whether it matches a feature.
   *
   * @param of the crate
   * @param name the feature
   * @return true if so
   */
  public boolean fits(Package of, String name) {
    return feature.equals(name) && crate.map(of.name()::equals).orElse(true);
  }

  /**
   * Makes sure that there is such a feature.
   *
   * @param workspace the packages
   * @throws ReleaseException with {@link Code#CONFIGURATION_INVALID} if no crate has it
   */
  public void requireIn(Workspace workspace) {
    boolean found =
        workspace.crateFacts().values().stream()
            .anyMatch(f -> f.features().keySet().stream().anyMatch(name -> fits(f.crate(), name)));
    if (!found) {
      throw invalid("no crate here has the feature `" + this + "`");
    }
  }

  @Override
  public String toString() {
    return crate.map(name -> CARGO + name + "/").orElse("") + feature;
  }

  private static ReleaseException invalid(String message) {
    return ReleaseException.of(
        Code.CONFIGURATION_INVALID,
        Place.of("unreleasedFeatures"),
        message,
        "write cargo:CRATE/FEATURE, or FEATURE for every crate that has it");
  }
}
