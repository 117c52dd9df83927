package io.github.releasesync.maven;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.goal.SandboxRequest;
import io.github.releasesync.report.SandboxText;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Keeps the registries of a rehearsal running on this machine, and prints the settings with which
 * cargo, pip, twine and uv use them. Ends with Ctrl-C; what was uploaded is there the next time.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "sandbox",
    configurator = GoalConfigurator.HINT,
    requiresProject = false,
    threadSafe = true)
public class SandboxMojo extends AbstractReleaseMojo {

  /**
   * Where reports go, relative to the root. By default {@code target/release-sync} there.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.outputDirectory")
  private String outputDirectory;

  /**
   * The port to listen on; 0 for any that is free.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.port", defaultValue = "0")
  private int port;

  /**
   * What shall go wrong: names separated by commas; see the goal rehearse.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.faults", defaultValue = "")
  private String faults;

  @Override
  void run() {
    ReleaseSync.system(wording())
        .sandbox(
            new SandboxRequest(
                start(), root(), path(outputDirectory), port, faults == null ? "" : faults),
            sandbox -> print(SandboxText.lines(sandbox, wording())));
  }
}
