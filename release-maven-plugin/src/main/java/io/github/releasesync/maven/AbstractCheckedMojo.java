package io.github.releasesync.maven;

import io.github.releasesync.project.settings.Settings;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** Parameters of the goals that apply the rules of {@code check}. */
abstract class AbstractCheckedMojo extends AbstractGroupsMojo {

  /**
   * Files that state the version of a group and are no manifests. Each {@code <copy>} has a {@code
   * <file>}, optionally a {@code <pattern>}, and a {@code <group>} where there are several. On the
   * command line, where it wins, in one line: <code>README.md;tools:docs/conf.py=release =
   * "{version}"</code>, which is the group, the file and the pattern.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.copies")
  private CopiesParameter copies;

  /**
   * Features of crates that no release may turn on: {@code cargo:CRATE/FEATURE}, or {@code FEATURE}
   * for every crate that has it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.unreleasedFeatures")
  private List<String> unreleasedFeatures;

  /**
   * Packages that another tool publishes: {@code cargo:NAME} or {@code pypi:NAME}; {@code *} and
   * {@code ?} stand for any characters. They are neither built nor sent, and must be in their
   * registry before a release begins.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.externallyPublished")
  private List<String> externallyPublished;

  @Override
  Settings settings() {
    return settings(unreleasedFeatures, externallyPublished)
        .withCopies(CopiesParameter.specs(copies));
  }
}
