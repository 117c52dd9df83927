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
 * Rehearses a whole release: builds every artifact, brings it out against registries inside this
 * process, reads everything back, and lets cargo and pip use it. No network, no token and no tag is
 * needed, and nothing outside the output directory is touched.
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
   * Features of crates that no release may turn on: {@code cargo:CRATE/FEATURE}, or {@code FEATURE}
   * for every crate that has it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.unreleasedFeatures")
  private List<String> unreleasedFeatures;

  /**
   * What shall go wrong: names separated by commas, such as {@code pypi-down-after-2,answer-lost}.
   * {@code list} explains them all, and does nothing else.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.faults")
  private String faults;

  /**
   * What to do where cargo, Python or maturin is missing: {@code fail}, or {@code check} the tree
   * and name what is missing.
   *
   * @since 0.1.0
   */
  @Parameter(property = "release-sync.onMissingTool", defaultValue = "fail")
  private String onMissingTool;

  /** Without its tools it checks the tree, which reads more than building does. */
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
    print(ReleaseText.of(ReleaseSync.system(wording()).rehearse(request, progress()), wording()));
  }
}
