package io.github.releasesync.project.group;

import io.github.releasesync.project.workspace.Workspace;
import io.github.releasesync.version.ReleaseVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tag format of a group, and its tagged releases.
 *
 * @param group the group
 * @param format the format of its tags: as configured, else as they have been
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
   * The tags of a follower that is released without its group: its own, and where every new minor
   * brings it out with its lead, those of such releases.
   *
   * @param follower the follower
   * @param alone the follower as a group
   * @param together the tags of its group
   * @param tags the tags that HEAD can reach, the newest first
   * @return the follower's
   */
  public static GroupTags of(
      SeparateFollower follower, Group alone, GroupTags together, List<ReachableTag> tags) {
    String name = ReleaseTag.separatorsAlike(TagFormat.inTags(alone.name()));
    TagFormat format =
        tags.stream()
            .flatMap(tag -> tag.release().stream())
            .filter(tag -> tag.named().filter(name::equals).isPresent())
            .findFirst()
            .flatMap(tag -> TagFormat.ofPrefix(tag.prefix()))
            .orElse(TagFormat.OF_SEVERAL_GROUPS);
    boolean byMinor = follower.group().policy() == Policy.MAJOR_MINOR;
    List<GroupRelease> releases = new ArrayList<>();
    for (ReachableTag tag : tags) {
      format
          .version(tag.name(), alone)
          .or(
              () ->
                  together
                      .format()
                      .version(tag.name(), together.group())
                      .filter(version -> byMinor && version.patch().signum() == 0))
          .ifPresent(version -> releases.add(new GroupRelease(tag, version)));
    }
    return new GroupTags(alone, format, List.copyOf(releases));
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
   * of an older line was tagged and merged later. A tag above both the lead's version and the
   * newest tag belongs to another numbering scheme, such as 2019.5 before 1.0.0. A fix of Python
   * alone is passed over: earlier commits were not published for the others.
   *
   * @return empty if HEAD can reach no release
   */
  public Optional<GroupRelease> last() {
    List<GroupRelease> whole =
        releases.stream().filter(release -> release.version().post().isEmpty()).toList();
    return last(whole.isEmpty() ? releases : whole);
  }

  private Optional<GroupRelease> last(List<GroupRelease> of) {
    return of.stream()
        .findFirst()
        .map(GroupRelease::version)
        .flatMap(
            newest -> {
              ReleaseVersion limit =
                  group.lead().release().filter(lead -> lead.compareTo(newest) > 0).orElse(newest);
              return of.stream()
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
