package io.github.releasesync.plan;

import io.github.releasesync.problem.Problem;
import io.github.releasesync.project.ReleaseTag;
import io.github.releasesync.project.Settings;
import io.github.releasesync.project.TaggedRelease;
import io.github.releasesync.project.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * All facts that a check needs, gathered once.
 *
 * @param workspace the packages as they are
 * @param past the packages at the newest release tag that HEAD can reach
 * @param tagsAtHead the release tags that name the commit that is checked out
 * @param lightweightAtHead those of them that are no objects of their own
 * @param settings what is configured
 * @param circumstances what could not be seen: no git, a cut-off history
 */
public record Snapshot(
    Workspace workspace,
    Optional<TaggedRelease> past,
    List<ReleaseTag> tagsAtHead,
    List<ReleaseTag> lightweightAtHead,
    Settings settings,
    List<Problem> circumstances) {}
