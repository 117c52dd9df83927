package io.github.releasesync.project.group;

import io.github.releasesync.project.workspace.Workspace;
import java.util.List;

/** Which packages share a release version. */
public final class Groups {

  private Groups() {}

  /**
   * The groups of a repository: the configured ones, or else the inferred ones; both where
   * configured ones are marked as inferred.
   *
   * @param workspace the packages
   * @param past the newest release, where one can be seen
   * @param specs the configured groups; empty for inference
   * @return the groups; a package is in at most one
   * @throws io.github.releasesync.problem.ReleaseException if the configuration names something
   *     that does not exist
   */
  public static List<Group> of(Workspace workspace, PastReleases past, List<GroupSpec> specs) {
    if (specs.isEmpty()) {
      return GroupInference.infer(workspace, past);
    }
    List<Group> configured = ConfiguredGroups.of(workspace, specs);
    return specs.stream().anyMatch(GroupSpec::inferred)
        ? new ExtendedGroups(configured).with(GroupInference.infer(workspace, past))
        : configured;
  }
}
