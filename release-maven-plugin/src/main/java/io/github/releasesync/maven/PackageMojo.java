package io.github.releasesync.maven;

import io.github.releasesync.goal.PackageResult;
import io.github.releasesync.report.PackageText;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Builds the crates, wheels and sdists of the repository into the dist folder, with checksums. In a
 * reactor it runs once, in the last module, for the whole repository. Nothing is sent. Locks and
 * Maven's {@code --offline} determine whether a tool downloads dependencies.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "package",
    configurator = GoalConfigurator.HINT,
    defaultPhase = LifecyclePhase.PACKAGE,
    requiresProject = false,
    threadSafe = true)
public class PackageMojo extends AbstractBuildMojo {

  /**
   * The folder for artifacts, relative to the root. The default is {@code dist} in the output
   * directory.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.distDirectory")
  private String distDirectory;

  /**
   * Packages the tree even if it has uncommitted changes.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.allowDirty", defaultValue = "false")
  private boolean allowDirty;

  @Override
  boolean runsLast() {
    return true;
  }

  @Override
  void run() throws MojoFailureException {
    PackageResult result =
        Library.of(wording(), getLog())
            .build(packaging(path(distDirectory), allowDirty), progress());
    print(PackageText.of(result, wording()));
  }
}
