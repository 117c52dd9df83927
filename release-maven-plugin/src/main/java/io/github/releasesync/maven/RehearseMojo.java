package io.github.releasesync.maven;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.goal.RehearsalRequest;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.publish.Timeouts;
import io.github.releasesync.report.ReleaseText;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Rehearses a complete release. It builds every artifact, publishes it to registries inside this
 * process, reads everything back, and uses it with cargo and pip. No network, token or tag is
 * needed. Nothing outside the output directory is changed.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "rehearse",
    configurator = GoalConfigurator.HINT,
    requiresProject = false,
    threadSafe = true)
public class RehearseMojo extends AbstractBuildMojo {

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
   * Features of crates that a release must not enable: {@code cargo:CRATE/FEATURE}, or {@code
   * FEATURE} for every crate that has it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.unreleasedFeatures")
  private List<String> unreleasedFeatures;

  /**
   * The faults to inject: names separated by commas, such as {@code pypi-down-after-2,answer-lost}.
   * {@code list} lists all faults and does nothing else.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.faults")
  private String faults;

  /**
   * The behavior if cargo, Python or maturin is missing. {@code fail} fails the goal. {@code check}
   * reports the missing tool, and checks the tree.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.onMissingTool", defaultValue = "fail")
  private String onMissingTool;

  /** Settings for the check without tools, which reads more than the build. */
  @Override
  Settings settings() {
    return settings(unreleasedFeatures).withCopies(CopiesParameter.specs(copies));
  }

  @Override
  boolean runsLast() {
    return true;
  }

  @Override
  void run() throws MojoFailureException {
    if ("list".equals(faults)) {
      ReleaseSync.faults().forEach(getLog()::info);
      return;
    }
    RehearsalRequest request =
        new RehearsalRequest(
            packaging(Optional.empty(), true),
            given(faults).orElse(""),
            Timeouts.rehearsal(),
            RehearsalRequest.OnMissingTool.of(onMissingTool));
    print(ReleaseText.of(Library.of(wording(), getLog()).rehearse(request, progress()), wording()));
  }
}
