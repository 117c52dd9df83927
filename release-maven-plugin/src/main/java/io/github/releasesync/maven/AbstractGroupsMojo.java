package io.github.releasesync.maven;

import io.github.releasesync.project.settings.Settings;
import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;

/** Parameters of the goals that use groups of packages. */
abstract class AbstractGroupsMojo extends AbstractReleaseMojo {

  /**
   * Groups of packages that share a version. By default, groups are inferred from the repository,
   * and the evidence is shown. Each {@code <group>} has a {@code <lead>}, {@code <followers>}, and
   * optionally a {@code <name>}, a {@code <policy>} and a {@code <tagFormat>}. On the command line,
   * which overrides the POM, all groups are on one line: {@code
   * engine=cargo:barter,pypi:barter-python;tools=cargo:barter-cli}. The first package of each group
   * is its lead.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.groups")
  private GroupsParameter groups;

  /** The configured settings that the goal reads. */
  Settings settings() {
    return settings(null, null);
  }

  final Settings settings(List<String> unreleasedFeatures, List<String> externallyPublished) {
    return Settings.of(GroupsParameter.specs(groups), unreleasedFeatures, externallyPublished)
        .withReactor(ReactorVersions.of(session));
  }
}
