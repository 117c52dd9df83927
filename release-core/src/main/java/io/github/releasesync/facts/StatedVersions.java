package io.github.releasesync.facts;

import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The versions of two trees. Only another version is past a release tag: whoever edits a POM for
 * its plugins at a tagged commit still has that release.
 */
final class StatedVersions {

  private StatedVersions() {}

  /** Whether a package has another version in one of the trees, or is in one of them alone. */
  static boolean differ(Workspace before, Workspace now) {
    return !of(before).equals(of(now));
  }

  private static Map<String, Optional<String>> of(Workspace workspace) {
    Map<String, Optional<String>> versions = new HashMap<>();
    for (Package p : workspace.packages()) {
      if (!p.isPlaceholder()) {
        versions.put(p.manifest() + " " + p.id(), p.version());
      }
    }
    return versions;
  }
}
