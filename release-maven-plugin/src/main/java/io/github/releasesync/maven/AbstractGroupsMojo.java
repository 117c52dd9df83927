package io.github.releasesync.maven;

import io.github.releasesync.project.settings.Settings;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** Parameters of the goals that look at groups of packages. */
abstract class AbstractGroupsMojo extends AbstractReleaseMojo {

  /**
   * Groups of packages that share a version. Without any, groups are inferred from the repository
   * and the evidence is shown. Each {@code <group>} has a {@code <lead>}, {@code <followers>}, and
   * optionally a {@code <name>}, a {@code <policy>} and a {@code <tagFormat>}. On the command line,
   * where it wins, in one line: {@code
   * engine=cargo:barter,pypi:barter-python;tools=cargo:barter-cli}. The first package of each group
   * is its lead.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.groups")
  private GroupsParameter groups;

  /** What is configured about the packages, as far as the goal reads it. */
  Settings settings() {
    return settings(null, null);
  }

  final Settings settings(List<String> unreleasedFeatures, List<String> externallyPublished) {
    return Settings.of(GroupsParameter.specs(groups), unreleasedFeatures, externallyPublished);
  }
}
