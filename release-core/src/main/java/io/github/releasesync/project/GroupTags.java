package io.github.releasesync.project;

import io.github.releasesync.version.ReleaseVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a group's releases are tagged, and which were.
 *
 * @param group the group
 * @param format how its tags are named: as configured, else as they have been
 * @param releases the tags of that format in the history of HEAD, the newest first
 */
public record GroupTags(Group group, TagFormat format, List<GroupRelease> releases) {

  /**
   * Finds the tags of every group.
   *
   * @param workspace all packages
   * @param groups the groups of the repository
   * @param tags the tags that HEAD can reach, the newest first
   * @param past the packages at the newest releases
   * @return one for each group, in the same order
   */
  public static List<GroupTags> of(
      Workspace workspace, List<Group> groups, List<ReachableTag> tags, PastReleases past) {
    TagFormats formats = new TagFormats(workspace, groups, tags, past);
    return groups.stream()
        .map(
            group -> {
              TagFormat format = formats.of(group);
              return new GroupTags(group, format, format.releases(tags, group));
            })
        .toList();
  }

  /**
   * The release that the commit that is checked out claims to be, and is.
   *
   * @return its tag, of the version that the lead has
   */
  public Optional<GroupRelease> atHead() {
    return releases.stream()
        .filter(release -> release.tag().atHead())
        .filter(
            release -> group.lead().release().filter(release.version()::mapsExactly).isPresent())
        .findFirst();
  }

  /**
   * The release that the commit that is checked out builds upon: the highest one, also where a fix
   * of an older line was tagged and merged later. What is above both the lead's version and the
   * newest tag is of another way to count, as 2019.5 is before 1.0.0.
   *
   * @return empty if HEAD can reach no release
   */
  public Optional<GroupRelease> last() {
    return releases.stream()
        .findFirst()
        .map(GroupRelease::version)
        .flatMap(
            newest -> {
              ReleaseVersion limit =
                  group.lead().release().filter(lead -> lead.compareTo(newest) > 0).orElse(newest);
              return releases.stream()
                  .filter(release -> release.version().compareTo(limit) <= 0)
                  .max(Comparator.comparing(GroupRelease::version));
            });
  }

  /**
   * The releases before the commit that is checked out.
   *
   * @return the newest first
   */
  public List<GroupRelease> earlier() {
    return releases.stream().filter(release -> !release.tag().atHead()).toList();
  }

  /**
   * The name of a release's tag.
   *
   * @param version the release version
   * @return the name in this group's format
   */
  public String nameOf(ReleaseVersion version) {
    return format.name(version, group);
  }
}
