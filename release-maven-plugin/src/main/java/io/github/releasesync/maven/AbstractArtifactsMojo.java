package io.github.releasesync.maven;

import io.github.releasesync.project.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** Parameters of the goals that build or publish artifacts. */
abstract class AbstractArtifactsMojo extends AbstractGroupsMojo {

  /**
   * Where reports go, relative to the root. By default {@code target/release-sync} there.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.outputDirectory", defaultValue = "target/release-sync")
  private String outputDirectory;

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
    return settings(null);
  }

  final Settings settings(List<String> unreleasedFeatures) {
    return settings(unreleasedFeatures, externallyPublished);
  }

  final Optional<Path> outputDirectory() {
    return path(outputDirectory);
  }
}
