package io.github.releasesync.maven;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.goal.NextRequest;
import io.github.releasesync.goal.NextResult;
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
@Mojo(name = "next", requiresProject = false, threadSafe = true)
public class NextMojo extends AbstractReleaseMojo {

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
  void run() throws MojoExecutionException, MojoFailureException {
    NextResult result =
        ReleaseSync.system()
            .next(new NextRequest(start(), root(), outputDirectory(), settings(), level));
    print(result.lines());
    end(result.lastLine(), result.failed());
  }
}
