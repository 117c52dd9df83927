package io.github.releasesync.check;

import io.github.releasesync.facts.Snapshot;
import io.github.releasesync.problem.Code;
import io.github.releasesync.problem.Place;
import io.github.releasesync.problem.Problem;
import io.github.releasesync.problem.Severity;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.group.ReleaseTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A release tag that does not have the format of the others. */
final class TagFormatRule implements Rule {

  /** One tag alone is no custom. */
  private static final int FEWEST_EARLIER = 2;

  @Override
  public List<Problem> findings(Snapshot snapshot, List<Group> groups) {
    List<ReleaseTag> atHead = snapshot.tagsAtHead();
    if (atHead.isEmpty()) {
      return List.of();
    }
    List<GroupTags> all = snapshot.tagsOf(groups);
    List<String> right =
        all.stream()
            .flatMap(tags -> tags.atHead().stream())
            .map(release -> release.tag().name())
            .toList();
    List<Problem> findings = new ArrayList<>();
    for (GroupTags tags : all) {
      boolean isCustom =
          tags.group().tagFormat().isPresent() || tags.earlier().size() >= FEWEST_EARLIER;
      if (isCustom && tags.atHead().isEmpty()) {
        atHead.stream()
            .filter(tag -> !right.contains(tag.name()) && states(tag, tags.group()))
            .findFirst()
            .map(tag -> broken(tag, tags))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** Whether a tag can only mean the release of a group. */
  private static boolean states(ReleaseTag tag, Group group) {
    return (tag.namesNothing() || group.released().stream().anyMatch(tag::names))
        && !group.lead().isPlaceholder()
        && group.lead().release().filter(tag.version()::mapsExactly).isPresent();
  }

  private static Problem broken(ReleaseTag tag, GroupTags tags) {
    boolean configured = tags.group().tagFormat().isPresent();
    Optional<String> earlier =
        tags.earlier().stream().findFirst().map(release -> release.tag().name());
    return new Problem(
        Code.TAG_FORMAT_BROKEN,
        configured ? Severity.ERROR : Severity.WARNING,
        Place.of("."),
        "the release tag "
            + tag.name()
            + " of group "
            + tags.group().name()
            + (configured
                ? " does not have the configured format, " + tags.format()
                : " does not have the format of earlier tags, such as " + earlier.orElse("")),
        "tag this commit " + tags.nameOf(tag.version()) + "; a public tag stays where it is");
  }
}
