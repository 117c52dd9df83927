package io.github.releasesync.facts;

import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupRelease;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.group.ReachableTag;
import io.github.releasesync.project.settings.Settings;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.version.ReleaseVersion;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds versions that are below a release of their own series. */
public final class SupersededVersions {

  private SupersededVersions() {}

  /**
   * The highest release in the series of a group that is above its version.
   *
   * @return the release; empty if there is none, or the group publishes nothing
   */
  public static Optional<GroupRelease> highestAbove(GroupTags tags) {
    Group group = tags.group();
    Optional<ReleaseVersion> now = group.lead().release();
    boolean published = group.members().stream().anyMatch(Package::publishable);
    if (now.isEmpty() || !published || group.lead().isPlaceholder()) {
      return Optional.empty();
    }
    return tags.releases().stream()
        .filter(release -> series(release.version()).equals(series(now.get())))
        .filter(release -> isBelow(now.get(), release.version()))
        .max(Comparator.comparing(GroupRelease::version));
  }

  /** Whether a tag may be above a version, before tags are assigned to groups. */
  public static boolean mayFind(Workspace workspace, List<ReachableTag> tags, Settings settings) {
    if (settings.groups().stream().anyMatch(spec -> spec.tagFormat().isPresent())) {
      return !tags.isEmpty();
    }
    Map<String, Set<ReleaseVersion>> bySeries = new HashMap<>();
    workspace.packages().stream()
        .filter(p -> !p.isPlaceholder())
        .flatMap(p -> p.release().stream())
        .forEach(now -> bySeries.computeIfAbsent(series(now), s -> new HashSet<>()).add(now));
    return tags.stream()
        .flatMap(tag -> tag.release().stream())
        .anyMatch(
            tag ->
                bySeries.getOrDefault(series(tag.version()), Set.of()).stream()
                    .anyMatch(now -> isBelow(now, tag.version())));
  }

  private static String series(ReleaseVersion version) {
    String base = version.base();
    return base.substring(0, base.lastIndexOf('.'));
  }

  /**
   * Whether a version is below a released one of its series. A post-release counts as its release.
   * A development version leads to its base version: it is below that base, but not below its
   * pre-releases.
   */
  private static boolean isBelow(ReleaseVersion now, ReleaseVersion released) {
    if (released.isDevelopment()) {
      return false;
    }
    if (now.isDevelopment()) {
      int base = now.release().compareTo(released.release());
      return base < 0 || base == 0 && !released.isPreRelease();
    }
    return withoutPost(now).compareTo(withoutPost(released)) < 0;
  }

  private static ReleaseVersion withoutPost(ReleaseVersion version) {
    return version.isPreRelease() ? version : version.release();
  }
}
