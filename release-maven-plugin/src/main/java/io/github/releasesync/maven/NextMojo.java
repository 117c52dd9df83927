package io.github.releasesync.maven;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.goal.NextRequest;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.report.NextText;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Shows the next release of each group of packages, and why. The version comes from the commits
 * since the last release tag, or from a level. The goal writes {@code next.json} for programs. It
 * changes nothing else, and needs no network.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "next",
    configurator = GoalConfigurator.HINT,
    requiresProject = false,
    threadSafe = true)
public class NextMojo extends AbstractGroupsMojo {

  /**
   * The folder for reports, relative to the root. The default is {@code target/release-sync}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.outputDirectory", defaultValue = "target/release-sync")
  private String outputDirectory;

  /**
   * Files other than manifests that state the version of a group. Each {@code <copy>} has a {@code
   * <file>}, an optional {@code <pattern>}, and a {@code <group>} if there are several groups. On
   * the command line, which overrides the POM, all copies are on one line: <code>
   * README.md;tools:docs/conf.py=release = "{version}"</code>. The group precedes the file, and the
   * pattern follows it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.copies")
  private CopiesParameter copies;

  /**
   * On 0.x, a breaking change asks for a minor release, and a feature for a patch release, by
   * Cargo's rules. With {@code false}, a breaking change asks for 1.0.0, and a feature for a minor
   * release.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.majorVersionZero", defaultValue = "true")
  private boolean majorVersionZero;

  /**
   * The level of the next version. {@code auto} is the level that the commits since the last
   * release ask for. Others are {@code patch}, {@code minor} or {@code major}, optionally with
   * {@code -alpha}, {@code -beta} or {@code -rc}; {@code alpha}, {@code beta} or {@code rc}; {@code
   * release}, {@code current}, {@code post}; or a version.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.level", defaultValue = "auto")
  private String level;

  @Override
  Settings settings() {
    return super.settings()
        .withCopies(CopiesParameter.specs(copies))
        .withMajorVersionZero(majorVersionZero);
  }

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    NextRequest request =
        new NextRequest(start(), root(), path(outputDirectory), settings(), level);
    print(NextText.of(ReleaseSync.system(wording()).next(request), wording()));
  }
}
