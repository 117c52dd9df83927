package io.github.releasesync.maven;

import io.github.releasesync.goal.ChangeRequest;
import io.github.releasesync.goal.InitRequest;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.report.InitText;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Writes the inferred groups into the POM at the root. It carries over the settings of
 * cargo-release, release-plz and commitizen, and lists those that it cannot carry over. Without a
 * POM, it creates a minimal one. Nothing else in the POM changes.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "init",
    configurator = GoalConfigurator.HINT,
    requiresProject = false,
    threadSafe = true)
public class InitMojo extends AbstractGroupsMojo {

  /**
   * Shows the changes without writing them.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.dryRun", defaultValue = "false")
  private boolean dryRun;

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

  @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
  private String pluginVersion;

  @Override
  Settings settings() {
    return super.settings().withCopies(CopiesParameter.specs(copies));
  }

  @Override
  void run() throws MojoFailureException {
    ChangeRequest change =
        new ChangeRequest(start(), root(), settings(), Optional.empty(), dryRun, Optional.empty());
    InitRequest request = new InitRequest(change, pluginVersion);
    print(InitText.of(Library.of(wording(), getLog()).init(request), wording()));
  }
}
