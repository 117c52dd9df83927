package io.github.releasesync.maven;

import io.github.releasesync.ReleaseSync;
import io.github.releasesync.goal.PrepareRequest;
import io.github.releasesync.prepare.ReleaseNotesOptions;
import io.github.releasesync.project.settings.ChangelogSpec;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.report.TagText;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Tags the release commit that is checked out, with the version of its manifests. The commit comes
 * from {@code prepare} without a tag, and from a pull request, squashed or not.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "tag",
    configurator = GoalConfigurator.HINT,
    requiresProject = false,
    threadSafe = true)
public class TagMojo extends AbstractPrepareMojo {

  @Override
  Settings settings() {
    return super.settings().withChangelog(ChangelogSpec.of(null, null, sections(), false));
  }

  /** Makes no commit: of the release texts, only the message is used. */
  @Override
  void run() throws MojoFailureException {
    ReleaseNotesOptions text = ReleaseNotesOptions.of(message(), null, null, null);
    PrepareRequest request = prepareRequest("current", null, Optional.empty(), text, true);
    print(TagText.of(ReleaseSync.system(wording()).tag(request), wording()));
  }
}
