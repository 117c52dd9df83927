package io.github.releasesync.maven;

import io.github.releasesync.goal.SandboxRequest;
import io.github.releasesync.report.SandboxText;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Runs the registries of a rehearsal on this machine. It prints the settings for cargo, pip, twine
 * and uv. Ctrl-C ends it. Uploaded files are kept for the next run.
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
   * The folder for reports, relative to the root. The default is {@code target/release-sync}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.outputDirectory")
  private String outputDirectory;

  /**
   * The port to listen on. 0 selects a free port.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.port", defaultValue = "0")
  private int port;

  /**
   * The faults to inject: names separated by commas. The goal rehearse lists them.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.faults", defaultValue = "")
  private String faults;

  @Override
  void run() {
    Library.of(wording(), getLog())
        .sandbox(
            new SandboxRequest(
                start(), root(), path(outputDirectory), port, faults == null ? "" : faults),
            sandbox -> print(SandboxText.lines(sandbox, wording())));
  }
}
