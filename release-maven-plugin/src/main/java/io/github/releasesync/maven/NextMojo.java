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
 * Says what would be released next of each group of packages, and why: the version that the commits
 * since the last release tag ask for, or that a level makes. Writes {@code next.json} for programs;
 * nothing else is changed, and no network is used.
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
   * Where reports go, relative to the root. By default {@code target/release-sync} there.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.outputDirectory", defaultValue = "target/release-sync")
  private String outputDirectory;

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
   * Whether a breaking change asks for a minor release on 0.x, and a feature for a patch, as Cargo
   * reads such versions. Otherwise they ask for 1.0.0 and for a minor release.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.majorVersionZero", defaultValue = "true")
  private boolean majorVersionZero;

  /**
   * How far to raise the version: {@code patch}, {@code minor} or {@code major}, each alone or with
   * {@code alpha}, {@code beta} or {@code rc} ({@code minor-alpha}); {@code alpha}, {@code beta},
   * {@code rc}, {@code release}, {@code current}, {@code post}; a version; or {@code auto}, as the
   * commits since the last release ask.
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
