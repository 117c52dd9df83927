package io.github.releasesync.next;

import io.github.releasesync.change.Dependents;
import io.github.releasesync.facts.Unreleased;
import io.github.releasesync.problem.ReleaseException;
import io.github.releasesync.project.group.Group;
import io.github.releasesync.project.group.GroupTags;
import io.github.releasesync.project.group.Policy;
import io.github.releasesync.project.group.SeparateFollower;
import io.github.releasesync.project.workspace.Package;
import io.github.releasesync.version.Level;
import io.github.releasesync.version.ReleaseVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * New minor versions for all direct and indirect dependents of a crate with a new minor version: a
 * dependency changed incompatibly, and a patch version would hide that.
 */
public final class DependentBumps {

  private final Unreleased facts;
  private final Level level;
  private final List<NextRelease> releases = new ArrayList<>();
  private final Map<Package, Group> groupOf = new HashMap<>();
  private final Set<Package> bumped = new LinkedHashSet<>();
  private final Set<Group> done = new LinkedHashSet<>();

  private DependentBumps(Unreleased facts, NextRelease release) {
    this.facts = facts;
    this.level = new Level.Bump(Level.Part.MINOR, release.version().stage());
    this.bumped.addAll(release.targets().texts().keySet());
    this.done.add(release.group());
    facts.snapshot().groups().forEach(g -> g.members().forEach(p -> groupOf.put(p, g)));
  }

  /**
   * The releases of the dependents of a release.
   *
   * @param facts the facts
   * @param release the release; if it is a pre-release, the others have the same stage
   * @return the releases; empty if it gets no new major or minor number
   * @throws ReleaseException as {@link SelectedRelease#of}
   */
  public static List<NextRelease> of(Unreleased facts, NextRelease release) {
    ReleaseVersion next = release.version();
    boolean sameMinor = release.group().lead().release().filter(next::isOfSeries).isPresent();
    if (sameMinor || next.isDevelopment()) {
      return List.of();
    }
    DependentBumps bumps = new DependentBumps(facts, release);
    bumps.addAll();
    return bumps.releases;
  }

  private void addAll() {
    boolean more = true;
    while (more) {
      more = false;
      for (Package crate : Dependents.of(facts.snapshot().workspace(), bumped)) {
        Group group = groupOf.get(crate);
        if (group != null && !bumped.contains(crate)) {
          add(crate, group);
          bumped.add(crate);
          more = true;
        }
      }
    }
  }

  /** Adds the whole group of a crate, or only the crate if it has its own version in it. */
  private void add(Package crate, Group group) {
    if (group.policy() == Policy.INDEPENDENT && !crate.equals(group.lead())) {
      SeparateFollower follower = new SeparateFollower(crate, group);
      facts.followers().stream()
          .filter(f -> f.follower().equals(follower))
          .forEach(f -> add(SelectedRelease.of(facts, f.tags(), level).of(group)));
    } else if (done.add(group)) {
      for (GroupTags tags : facts.groups()) {
        if (tags.group().equals(group)) {
          add(SelectedRelease.of(facts, tags, level));
        }
      }
    }
  }

  private void add(NextRelease release) {
    releases.add(release);
    bumped.addAll(release.targets().texts().keySet());
  }
}
