package io.github.releasesync.maven;

import io.github.releasesync.goal.BuildOptions;
import io.github.releasesync.goal.PackageRequest;
import io.github.releasesync.packaging.ToolNames;
import io.github.releasesync.project.settings.Durations;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;

/** What the goals that build artifacts share: which group, which tools, how strictly. */
abstract class AbstractBuildMojo extends AbstractArtifactsMojo {

  /**
   * The name of the only group to package. By default all are.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.group")
  private String group;

  /**
   * The program cargo: a name to look for on the PATH, or a path from the root.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.cargo")
  private String cargo;

  /**
   * The program python, likewise. By default {@code python3}, else {@code python}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.python")
  private String python;

  /**
   * The program maturin, likewise.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.maturin")
  private String maturin;

  /**
   * The program uv, likewise. Where it is given, it builds the Python projects that maturin does
   * not, instead of {@code python -m build}. Experimental.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.uv")
  private String uv;

  /**
   * Installs maturin and build into a virtual environment below the output directory, once, and
   * uses those.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.provisionTools", defaultValue = "false")
  private boolean provisionTools;

  /**
   * Lets Cargo build each crate from its package, as {@code cargo publish} does.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.verifyCrates", defaultValue = "true")
  private boolean verifyCrates;

  /**
   * Gives each build of {@code python -m build} or uv an environment of its own, which is filled
   * from the network. Off, the backend must be installed; off as well where Maven is offline.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.buildIsolation", defaultValue = "true")
  private boolean buildIsolation;

  /**
   * Builds although a credential for publishing stands in the environment, where the code that is
   * built could read it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.allowCredentialsInBuild", defaultValue = "false")
  private boolean allowCredentialsInBuild;

  /**
   * How long each call of a tool may take: a number and ms, s, m or h.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.buildTimeout", defaultValue = "30m")
  private String buildTimeout;

  /** What to build, and how. */
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
