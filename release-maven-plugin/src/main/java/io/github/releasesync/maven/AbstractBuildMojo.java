package io.github.releasesync.maven;

import io.github.releasesync.goal.BuildOptions;
import io.github.releasesync.goal.PackageRequest;
import io.github.releasesync.packaging.ToolNames;
import io.github.releasesync.project.settings.Durations;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** Parameters of the goals that build artifacts: the group, the tools, the preconditions. */
abstract class AbstractBuildMojo extends AbstractArtifactsMojo {

  /**
   * The name of the group to package. The default is all groups.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.group")
  private String group;

  /**
   * The program cargo: a name on the PATH, or a path relative to the root.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.cargo")
  private String cargo;

  /**
   * The program python: a name on the PATH, or a path relative to the root. The default is {@code
   * python3}, else {@code python}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.python")
  private String python;

  /**
   * The program maturin: a name on the PATH, or a path relative to the root.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.maturin")
  private String maturin;

  /**
   * The program uv: a name on the PATH, or a path relative to the root. If set, it replaces {@code
   * python -m build} for Python projects without maturin. Experimental.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.uv")
  private String uv;

  /**
   * Installs maturin and build into a virtual environment below the output directory on the first
   * run, and uses them.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.provisionTools", defaultValue = "false")
  private boolean provisionTools;

  /**
   * Builds each crate from its package, as {@code cargo publish} does.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.verifyCrates", defaultValue = "true")
  private boolean verifyCrates;

  /**
   * Runs each build of {@code python -m build} or uv in an isolated environment. The packages of
   * that environment are downloaded. With {@code false}, the backend must be installed. In Maven's
   * offline mode, this is always {@code false}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.buildIsolation", defaultValue = "true")
  private boolean buildIsolation;

  /**
   * Builds even if the environment contains a credential for publishing, which the built code could
   * read.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.allowCredentialsInBuild", defaultValue = "false")
  private boolean allowCredentialsInBuild;

  /**
   * The time limit of each call of a tool: a number with the unit ms, s, m or h.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.buildTimeout", defaultValue = "30m")
  private String buildTimeout;

  /** The request of the build. */
  final PackageRequest packaging(Optional<Path> distDirectory, boolean allowDirty) {
    BuildOptions options =
        new BuildOptions(
            new ToolNames(given(cargo), given(python), given(maturin), given(uv)),
            provisionTools,
            allowDirty,
            verifyCrates,
            buildIsolation,
            isOffline(),
            allowCredentialsInBuild,
            Durations.parse("release-sync.buildTimeout", buildTimeout));
    return new PackageRequest(
        start(), root(), outputDirectory(), distDirectory, settings(), given(group), options);
  }
}
