package io.github.releasesync.maven;

import io.github.releasesync.project.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** Parameters of the goals that build or publish artifacts. */
abstract class AbstractArtifactsMojo extends AbstractGroupsMojo {

  /**
   * The folder for reports, relative to the root. The default is {@code target/release-sync}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.outputDirectory", defaultValue = "target/release-sync")
  private String outputDirectory;

  /**
   * Packages that another tool publishes: {@code cargo:NAME} or {@code pypi:NAME}, with {@code *}
   * and {@code ?} as wildcards. They are neither built nor sent. They must be in their registry
   * before a release begins.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.externallyPublished")
  private List<String> externallyPublished;

  @Override
  Settings settings() {
    return settings(null);
  }

  final Settings settings(List<String> unreleasedFeatures) {
    return settings(unreleasedFeatures, externallyPublished);
  }

  final Optional<Path> outputDirectory() {
    return path(outputDirectory);
  }
}
